import { mistakeRule } from "../rule.ts";

export const spacedAssignment = mistakeRule({
  id: "shellvars/spaced-assignment",
  severity: "error",
  summary: "No blank may stand beside the = of an assignment",
  daemon: "warns",
});
