import { textOf } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { linesHolding, wordsOf } from "./lines.ts";

export const continuedLine = modelRule({
  id: "haproxy/continued-line",
  scope: "section",
  severity: "error",
  summary: "A line cannot be continued with a backslash",
  daemon: "silent",
  format: haproxy,
  check({ statements }, report) {
    for (const statement of linesHolding({ statements }, /\\/g)) {
      const word = wordsOf(statement).at(-1)!;
      const raw = textOf(word.at);
      if (!raw.endsWith("\\") || /[\r\n]/.test(raw)) continue;
      if (/\\*$/.exec(raw)![0].length % 2 === 0 || word.quote) continue;
      const what = raw === "\\" ? "this \\ is one more word" : "this \\ is part of the word";
      const at = word.at.with({ start: word.at.end - 1 });
      report(at, `${what}: no line continues another, and the next one is read by itself`);
    }
  },
});
