import { o2cb } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";
import { unknownVariables } from "../shellvars/unknown.ts";

export const unknownVariable = modelRule({
  id: "o2cb/unknown-variable",
  format: o2cb,
  severity: "error",
  summary: "A variable that begins with O2CB_, or nearly is one, must be one that o2cb reads",
  daemon: "silent",
  check: unknownVariables(o2cb.schema, "O2CB_", "o2cb"),
});
