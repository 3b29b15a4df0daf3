import { span } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { wordsIn } from "./words.ts";

export const lineContinuation = modelRule({
  id: "keepalived/line-continuation",
  severity: "error",
  summary: "A setting must stand on one line",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    for (const { word, statement } of wordsIn(document)) {
      const { source, end } = word.at;
      if (word !== (statement.args.at(-1) ?? statement.keyword) || source.text[end - 1] !== "\\") continue;
      if (!/^[ \t\r]*\n/.test(source.text.slice(end, end + 80))) continue;
      report(span(source, end - 1, end), "a backslash joins no lines: the next line is a setting of its own");
    }
  },
});
