import { mistakeRule } from "../rule.ts";

export const sequenceRefused = mistakeRule({
  id: "keepalived/sequence-refused",
  severity: "error",
  summary: "A ~SEQ must lead from its first number to its last, and a ~LST must have a name for each value",
  daemon: "rejects",
});
