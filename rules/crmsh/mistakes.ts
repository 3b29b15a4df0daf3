import { mistakeRule } from "../rule.ts";

export const syntax = mistakeRule({
  id: "crmsh/syntax",
  severity: "error",
  summary: "A command must have the words that crm expects, in their order",
  daemon: "rejects",
});

export const inlineComment = mistakeRule({
  id: "crmsh/inline-comment",
  severity: "error",
  summary: "A comment must stand on a line of its own",
  daemon: "rejects",
});

export const joinedWords = mistakeRule({
  id: "crmsh/joined-words",
  severity: "error",
  summary: "A blank must stand before the backslash that continues a line",
  daemon: "silent",
});

export const continuedComment = mistakeRule({
  id: "crmsh/continued-comment",
  severity: "warning",
  summary: "A comment must not end in a backslash, which takes the next line in",
  daemon: "silent",
});

export const continuedCommand = mistakeRule({
  id: "crmsh/continued-command",
  severity: "error",
  summary: "The last line of a command must not end in a backslash",
  daemon: "silent",
});

export const script = mistakeRule({
  id: "crmsh/script",
  severity: "info",
  summary: "A file for crm configure load must hold the configuration's own commands only",
  daemon: "rejects",
});
