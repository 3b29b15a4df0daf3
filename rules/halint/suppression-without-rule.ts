import { mistakeRule } from "../rule.ts";

export const suppressionWithoutRule = mistakeRule({
  id: "halint/suppression-without-rule",
  severity: "warning",
  summary: "A comment that suppresses findings must name their rules",
  daemon: "silent",
});
