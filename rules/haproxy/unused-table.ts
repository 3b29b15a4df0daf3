import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isWhole } from "./effective.ts";
import { proxiesWith } from "./lookup.ts";
import { hasForeignCode, takersOf } from "./proxies.ts";
import { tableUses } from "./tables.ts";

export const unusedTable = modelRule({
  id: "haproxy/unused-table",
  severity: "info",
  summary: "A stick table that nothing tracks, sticks to or asks stays empty",
  byAbsence: true,
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!isWhole(model, document) || hasForeignCode(model)) return;
    if (!model.proxies.some(({ kind }) => kind !== "defaults")) return;
    const used = new Set(
      tableUses(model).flatMap(({ name, own, proxy }) =>
        own && proxy?.kind === "defaults"
          ? takersOf(proxy, model).flatMap((one) => one.name?.value ?? [])
          : [name],
      ),
    );
    for (const { stickTable, name, kind } of proxiesWith(model, "stick-table"))
      if (stickTable && name && !used.has(name.value))
        report(
          stickTable.statement.keyword.at,
          `no rule tracks in, sticks to or asks the table of ${kind} ${name.value}`,
        );
    for (const { tables, name: section } of model.peers)
      for (const { name, statement } of tables)
        if (name && section && !used.has(`${section.value}/${name.value}`))
          report(
            statement.keyword.at,
            `no rule tracks in, sticks to or asks the table ${section.value}/${name.value}`,
          );
  },
});
