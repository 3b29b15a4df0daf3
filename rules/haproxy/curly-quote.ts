import { textOf } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { linesHolding, wordsOf } from "./lines.ts";

const quotes = /[“”„«»‘’‚]/g;
const curly = /^[“”„«»‘’‚]|[“”„«»‘’‚]$/;

export const curlyQuote = modelRule({
  id: "haproxy/curly-quote",
  scope: "section",
  severity: "warning",
  summary: "Typographic quotes do not quote",
  daemon: "silent",
  format: haproxy,
  check({ statements }, report) {
    for (const statement of linesHolding({ statements }, quotes))
      for (const word of wordsOf(statement)) {
        const raw = textOf(word.at);
        if (word.quote || !curly.test(raw)) continue;
        const ascii = raw.replaceAll(/[“”„«»]/g, '"').replaceAll(/[‘’‚]/g, "'");
        report(word.at, `the quotes of ${raw} are ordinary characters and stay in the value`, {
          fix: { title: `write ${ascii}`, safe: false, edits: [{ at: word.at, text: ascii }] },
        });
      }
  },
});
