import { mistakeRule } from "../rule.ts";

/** What the shared grammars find while they read. */
export const syntaxRules = [
  mistakeRule({
    id: "syntax/missing-brace",
    severity: "error",
    summary: "A block that is opened must be closed",
    daemon: "by format",
  }),
  mistakeRule({
    id: "syntax/stray-brace",
    severity: "error",
    summary: "A brace must open the block of a keyword or close an open block",
    daemon: "by format",
  }),
  mistakeRule({
    id: "syntax/cut-loop",
    severity: "error",
    summary: "A block must not begin inside a template's loop and end outside it",
    daemon: "silent",
  }),
  mistakeRule({
    id: "syntax/unclosed-quote",
    severity: "error",
    summary: "A quote that is opened must be closed on its line",
    daemon: "by format",
  }),
  mistakeRule({
    id: "syntax/nesting",
    severity: "error",
    summary: "Blocks nested deeper than 200 are not read",
    daemon: "by format",
  }),
];
