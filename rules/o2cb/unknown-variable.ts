import { o2cb } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

const known = Object.keys(o2cb.schema.places[o2cb.schema.root]?.keywords ?? {});

export const unknownVariable = modelRule({
  id: "o2cb/unknown-variable",
  format: o2cb,
  severity: "error",
  summary: "A variable that begins with O2CB_, or nearly is one, must be one that o2cb reads",
  daemon: "silent",
  check(variables, report) {
    for (const [name, { statement }] of variables) {
      if (known.includes(name)) continue;
      const guess = nearest(name, known);
      if (!guess && !name.startsWith("O2CB_")) continue;
      const { at } = statement.keyword;
      const hint = guess ? `, did you mean ${guess}?` : "";
      report(at, `o2cb does not read ${name}: the setting is lost${hint}`, {
        ...(guess ? { fix: { title: `rename to ${guess}`, safe: false, edits: [{ at, text: guess }] } } : {}),
      });
    }
  },
});
