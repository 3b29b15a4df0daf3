import { mistakeRule } from "../rule.ts";

/** What the reader of haproxy.cfg finds before any keyword is looked at. */
export const lexicalRules = [
  mistakeRule({
    id: "haproxy/missing-final-newline",
    severity: "error",
    summary: "The last line must have a line end",
    daemon: [{ since: "2.3", verdict: "rejects" }, { since: "2.2", verdict: "warns" }, { verdict: "silent" }],
  }),
  mistakeRule({
    id: "haproxy/stray-nul",
    severity: "error",
    summary: "A configuration has no NUL bytes",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "haproxy/byte-order-mark",
    severity: "error",
    summary: "A configuration begins without a byte order mark",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "haproxy/too-many-words",
    severity: "error",
    summary: "A line has 64 words at most",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "haproxy/bad-escape",
    severity: "error",
    summary: "A backslash or a dollar sign must begin something that haproxy can read",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "haproxy/unbalanced-condition",
    severity: "error",
    summary: "Every .if needs its .endif, and .elif, .else and .endif their .if",
    daemon: "rejects",
  }),
];
