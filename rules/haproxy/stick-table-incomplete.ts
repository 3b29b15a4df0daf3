import { haproxy } from "../../parsers/haproxy/index.ts";
import { lineWords } from "../../parsers/haproxy/lineWords.ts";
import { entry, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { unlessBranch } from "./servers.ts";
import { tablesOf } from "./stick-tables.ts";

export const stickTableIncomplete = modelRule({
  id: "haproxy/stick-table-incomplete",
  scope: "section",
  severity: "error",
  summary: "A stick table needs a type, a size and the periods of its rates",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { table } of tablesOf(model)) {
      const { statement, store } = table;
      const words = lineWords(statement);
      if (words.some(({ hole }) => hole)) continue;
      const verdict = unlessBranch(statement);
      for (const needed of ["type", "size"])
        if (!words.some(({ value }) => value === needed))
          report(statement.keyword.at, `stick-table without ${needed}`, verdict);
      for (const { name, args, word } of store) {
        const def = entry(tables.stickTableData, name);
        if (!def) continue;
        if (def.args && args === undefined) {
          const example = def.args.map((arg) => (arg === "period" ? "10s" : "1")).join(",");
          report(word.at, `store ${name} needs ${def.args.join(" and ")}: ${name}(${example})`, verdict);
        } else if (!def.args && args !== undefined)
          report(word.at, `store ${name} takes nothing in parentheses`, verdict);
      }
    }
  },
});
