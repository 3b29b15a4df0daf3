import { sbd } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

const known = Object.keys(sbd.schema.places[sbd.schema.root]?.keywords ?? {});

export const unknownVariable = modelRule({
  id: "sbd/unknown-variable",
  format: sbd,
  severity: "error",
  summary: "A variable that begins with SBD_, or nearly is one, must be one that sbd reads",
  daemon: "silent",
  check({ variables }, report) {
    for (const [name, { statement }] of variables) {
      if (known.includes(name)) continue;
      const guess = nearest(name, known);
      if (!guess && !name.startsWith("SBD_")) continue;
      const { at } = statement.keyword;
      report(at, `sbd does not read ${name}: the setting is lost${guess ? `, did you mean ${guess}?` : ""}`, {
        ...(guess ? { fix: { title: `rename to ${guess}`, safe: false, edits: [{ at, text: guess }] } } : {}),
      });
    }
  },
});
