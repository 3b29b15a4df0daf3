import { sbd } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";
import { unknownVariables } from "../shellvars/unknown.ts";

const tell = unknownVariables(sbd.schema, "SBD_", "sbd");

export const unknownVariable = modelRule({
  id: "sbd/unknown-variable",
  format: sbd,
  severity: "error",
  summary: "A variable that begins with SBD_, or nearly is one, must be one that sbd reads",
  daemon: "silent",
  check: ({ variables }, report) => tell(variables, report),
});
