import { mistakeRule } from "../rule.ts";

export const missingReason = mistakeRule({
  id: "halint/missing-reason",
  severity: "warning",
  summary: "A comment that suppresses a rule must give its reason where reasons are required",
  daemon: "silent",
  options: {
    type: "object",
    additionalProperties: false,
    properties: { required: { type: "boolean" } },
  },
});
