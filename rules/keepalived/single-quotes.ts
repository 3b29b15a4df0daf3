import { textOf } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { shown, wordsIn } from "./words.ts";

export const singleQuotes = modelRule({
  id: "keepalived/single-quotes",
  severity: "warning",
  summary: "A value must be quoted with double quotes",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    for (const { word, statement, raw } of wordsIn(document)) {
      if (raw || word.hole || word.quote || !word.value.startsWith("'")) continue;
      const whole = word.value.length > 2 && word.value.endsWith("'");
      const text = shown(word, statement);
      const inner = word.value.slice(1, -1);
      report(
        word.at,
        whole
          ? `the single quotes of ${text} become a part of the value: only double quotes quote`
          : `${text} begins with a ' that is a part of the value, and a blank ends it: only double quotes quote`,
        whole && textOf(word.at) === word.value && !inner.includes('"')
          ? { fix: { title: "use double quotes", safe: true, edits: [{ at: word.at, text: `"${inner}"` }] } }
          : {},
      );
    }
  },
});
