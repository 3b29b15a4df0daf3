import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addWords } from "./edits.ts";
import { tablesOf } from "./stick-tables.ts";

export const stickTableWithoutExpire = modelRule({
  id: "haproxy/stick-table-without-expire",
  scope: "section",
  severity: "warning",
  summary: "The entries of a table without expire never end",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { name, table, expireWord } of tablesOf(model)) {
      if (expireWord || !table.type || !table.size || table.statement.args.some(({ hole }) => hole)) continue;
      const message = `the entries of table ${name} never expire: when ${table.size.value} are there, the oldest make room whatever they count`;
      report(table.statement.keyword.at, message, {
        fix: { title: "add expire 30m", safe: false, edits: [addWords(table.statement, "expire 30m")] },
      });
    }
  },
});
