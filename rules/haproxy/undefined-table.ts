import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain, proxiesNamed, takersOf } from "./proxies.ts";
import { suggestion } from "./suggestion.ts";
import { tableNames, tableUses } from "./tables.ts";

export const undefinedTable = modelRule({
  id: "haproxy/undefined-table",
  severity: "error",
  summary: "A stick table that is used must be defined",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole) return;
    const tables = tableNames(model);
    for (const { name, at, by, own, statement, proxy } of tableUses(model)) {
      if (!proxy || takersOf(proxy, model).length === 0) continue;
      const inDefaults = own && proxy.kind === "defaults";
      if (tables.has(name) && !inDefaults) continue;
      const daemon = certain(statement, "rejects");
      if (own) {
        const whose = inDefaults
          ? "in a defaults section must name a table"
          : `uses the table of ${proxy.kind} ${name}, which has no stick-table`;
        report(at, `${by} ${whose}`, { daemon });
        continue;
      }
      const exists = proxiesNamed(model).of(name).length > 0;
      report(at, `${by}: ${exists ? `${name} has no stick-table` : `there is no table ${name}`}`, {
        daemon,
        ...suggestion(at, name, tables),
      });
    }
  },
});
