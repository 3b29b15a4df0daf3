import { mistakeRule } from "../rule.ts";

export const includeMissing = mistakeRule({
  id: "keepalived/include-missing",
  severity: "error",
  summary: "An include must find a file",
  daemon: "warns",
});
