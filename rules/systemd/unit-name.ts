import { systemd } from "../../parsers/systemd/index.ts";
import { modelRule } from "../rule.ts";

/** systemd.unit(5): what every unit's name ends with. */
const kind = /\.(?:service|socket|device|mount|automount|swap|target|path|timer|slice|scope)$/;

export const unitName = modelRule({
  id: "systemd/unit-name",
  format: systemd,
  severity: "warning",
  summary: "A unit must be named with its kind",
  daemon: "warns",
  check({ requires, wants, bindsTo, partOf, conflicts, after, before }, report) {
    for (const { value, word, statement } of [
      requires,
      wants,
      bindsTo,
      partOf,
      conflicts,
      after,
      before,
    ].flat()) {
      const listed = value.includes(",");
      if (/[%"']/.test(value) || (kind.test(value) && !listed)) continue;
      const why = listed ? "blanks part the names" : ".service or another kind ends it";
      report(
        word.at,
        `${value} is no name of a unit, ${why}: systemd ignores it in ${statement.keyword.value}`,
      );
    }
  },
});
