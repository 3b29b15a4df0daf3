import { mistakeRule } from "../rule.ts";

export const unknownRule = mistakeRule({
  id: "halint/unknown-rule",
  severity: "warning",
  summary: "A comment that suppresses a rule must name one that exists",
  daemon: "silent",
});
