import { textOf } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { definitionsOf } from "./definitions.ts";
import { wordsIn } from "./words.ts";

export const variableWithoutBraces = modelRule({
  id: "keepalived/variable-without-braces",
  severity: "error",
  summary: "A variable inside a word must be written with braces",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    const names = new Set(definitionsOf(document).map(({ name }) => name));
    if (names.size === 0) return;
    for (const { word } of wordsIn(document)) {
      const text = textOf(word.at);
      for (const { 0: all, 1: name = "", index } of text.matchAll(/\$([A-Za-z_]\w*)(?![\w,)]|$)/g)) {
        if (!names.has(name)) continue;
        const at = word.at.with({ start: word.at.start + index, end: word.at.start + index + all.length });
        report(
          at,
          `${all} is not replaced: a blank, comma, ) or the end of the line must follow it, or braces stand around its name`,
          {
            fix: { title: `write \${${name}}`, safe: true, edits: [{ at, text: `\${${name}}` }] },
          },
        );
      }
    }
  },
});
