import { cib } from "../../parsers/cib/index.ts";
import { validityOf } from "../../parsers/cib/validity.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const unknownSchema = modelRule({
  id: "cib/unknown-schema",
  format: cib,
  severity: "error",
  summary: "A CIB must name a schema that Pacemaker has",
  daemon: "rejects",
  check(_model, report, { document }) {
    const validity = validityOf(document.tree);
    if (validity.kind !== "unknown") return;
    const { word, names } = validity;
    const guess = nearest(word.value, names);
    const hint = guess ? `, did you mean ${guess}?` : "";
    report(word.at, `Pacemaker has no schema ${word.value || '""'}: it refuses the whole CIB${hint}`);
  },
});
