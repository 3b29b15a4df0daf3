import { haproxy } from "../../parsers/haproxy/index.ts";
import { lineWords } from "../../parsers/haproxy/lineWords.ts";
import { modelRule } from "../rule.ts";
import { tablesOf } from "./stick-tables.ts";

export const stickStringLength = modelRule({
  id: "haproxy/stick-string-length",
  scope: "section",
  severity: "warning",
  summary: "Keys of type string are cut at 32 characters unless len says otherwise",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { name, table } of tablesOf(model)) {
      if (table.type?.value !== "string") continue;
      if (lineWords(table.statement).some(({ value, hole }) => value === "len" || hole)) continue;
      const { at } = table.type.word;
      const message = `keys of table ${name} are cut at 32 characters: longer ones that begin alike are one key`;
      report(at, message, {
        fix: {
          title: "add len 128",
          safe: false,
          edits: [{ at: at.with({ start: at.end }), text: " len 128" }],
        },
      });
    }
  },
});
