import { mistakeRule } from "../rule.ts";

/** What the parser finds while it reads, besides what all formats share. */
export const mistakeRules = [
  mistakeRule({
    id: "drbd/missing-semicolon",
    severity: "error",
    summary: "A statement must end in a semicolon",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "drbd/stray-semicolon",
    severity: "error",
    summary: "A semicolon must end a statement, and a block has none after it",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "drbd/missing-brace",
    severity: "error",
    summary: "A section must open its block before its first statement",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "drbd/comment-style",
    severity: "error",
    summary: "A comment must begin with #",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "drbd/quote-newline",
    severity: "error",
    summary: "A quoted text must stand on one line",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "drbd/long-word",
    severity: "error",
    summary: "A word must not be longer than drbd can read",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "drbd/foreign-character",
    severity: "error",
    summary: "A character that drbd does not know must stand in quotes",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "drbd/byte-order-mark",
    severity: "error",
    summary: "The file must not begin with a byte order mark",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "drbd/include-missing",
    severity: "error",
    summary: "A file that is included by name must be there",
    daemon: "rejects",
  }),
];
