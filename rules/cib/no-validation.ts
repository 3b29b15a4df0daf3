import { cib } from "../../parsers/cib/index.ts";
import { validityOf } from "../../parsers/cib/validity.ts";
import { modelRule } from "../rule.ts";

export const noValidation = modelRule({
  id: "cib/no-validation",
  format: cib,
  severity: "warning",
  summary: "A CIB should be held to a schema",
  daemon: "warns",
  check({ validateWith }, report, { document }) {
    const validity = validityOf(document.tree);
    if (validity.kind === "off")
      report(validity.word.at, "validate-with none: nothing checks what is written here");
    else if (validity.kind === "judged" && !validateWith)
      report(validity.root.keyword.at, "no validate-with: nothing checks what is written here");
  },
});
