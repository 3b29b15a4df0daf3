import { mistakeRule } from "../rule.ts";

export const unknownDirective = mistakeRule({
  id: "halint/unknown-directive",
  severity: "warning",
  summary: "A comment that begins with halint- must be one that halint knows",
  daemon: "silent",
});
