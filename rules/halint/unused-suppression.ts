import { mistakeRule } from "../rule.ts";

export const unusedSuppression = mistakeRule({
  id: "halint/unused-suppression",
  severity: "warning",
  summary: "A comment that suppresses a rule must have a finding to suppress",
  daemon: "silent",
});
