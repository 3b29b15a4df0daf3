import { cib } from "../../parsers/cib/index.ts";
import { validityOf } from "../../parsers/cib/validity.ts";
import { compareVersions } from "../../parsers/core/schema.ts";
import { ageOf, optionOf } from "../pacemaker/options.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const unknownSchema = modelRule({
  id: "cib/unknown-schema",
  format: cib,
  severity: "error",
  summary: "A CIB must name a schema that Pacemaker has",
  daemon: "rejects",
  check({ validateWith }, report, { document, targets }) {
    const version = targets.pacemaker;
    const since = validateWith && ageOf(optionOf("cib", "validate-with"), validateWith.value)?.since;
    if (version && since && compareVersions(version, since) < 0)
      report(
        validateWith.at,
        `${validateWith.value} came with Pacemaker ${since}: ${version} refuses the whole CIB`,
      );
    const validity = validityOf(document.tree);
    if (validity.kind !== "unknown") return;
    const { word, names } = validity;
    const guess = nearest(word.value, names);
    const hint = guess ? `, did you mean ${guess}?` : "";
    report(word.at, `Pacemaker has no schema ${word.value || '""'}: it refuses the whole CIB${hint}`);
  },
});
