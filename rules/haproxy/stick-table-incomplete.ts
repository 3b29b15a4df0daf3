import { haproxy } from "../../parsers/haproxy/index.ts";
import { lineWords } from "../../parsers/haproxy/lineWords.ts";
import { modelRule } from "../rule.ts";
import { unlessBranch } from "./servers.ts";
import { tablesOf } from "./stick-tables.ts";

export const stickTableIncomplete = modelRule({
  id: "haproxy/stick-table-incomplete",
  scope: "section",
  severity: "error",
  summary: "A stick table needs a type and a size",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { table } of tablesOf(model)) {
      const { statement } = table;
      const words = lineWords(statement);
      if (words.some(({ hole }) => hole)) continue;
      const verdict = unlessBranch(statement);
      for (const needed of ["type", "size"])
        if (!words.some(({ value }) => value === needed))
          report(statement.keyword.at, `stick-table without ${needed}`, verdict);
    }
  },
});
