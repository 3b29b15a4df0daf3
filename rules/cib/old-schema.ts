import { cib } from "../../parsers/cib/index.ts";
import { modelRule } from "../rule.ts";

export const oldSchema = modelRule({
  id: "cib/old-schema",
  format: cib,
  severity: "info",
  summary: "A CIB should follow a schema of Pacemaker 2 or later",
  daemon: "silent",
  check({ validateWith }, report) {
    if (validateWith && /^pacemaker-1\./.test(validateWith.value))
      report(
        validateWith.at,
        `${validateWith.value} is a schema of Pacemaker 1: what came later cannot be written with it`,
      );
  },
});
