import { mistakeRule } from "../rule.ts";

export const blockClosedEarly = mistakeRule({
  id: "keepalived/block-closed-early",
  severity: "error",
  summary: "A block must not be closed before its last setting",
  daemon: "rejects",
});
