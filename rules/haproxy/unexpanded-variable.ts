import { isTemplate } from "../../parsers/core/templated.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addressWords, rawOf, referencesOf } from "./environment.ts";
import { linesHolding, wordsOf } from "./lines.ts";

/** `$` is also the end of a regular expression and the mark of password hashes: only names in capitals are taken for variables. */
const likely = /^[A-Z_][A-Z0-9_]+$/;

export const unexpandedVariable = modelRule({
  id: "haproxy/unexpanded-variable",
  scope: "section",
  severity: "warning",
  summary: "An environment variable is replaced only in double quotes",
  daemon: "silent",
  format: haproxy,
  check({ statements }, report, { document }) {
    if (isTemplate(document.tree)) return;
    for (const statement of linesHolding({ statements }, /\$/g)) {
      const words = wordsOf(statement).filter((word) => rawOf(word).includes("$"));
      if (words.length === 0) continue;
      const addresses = new Set(addressWords(statement).map(({ at }) => at.start));
      for (const word of words) {
        const raw = rawOf(word);
        for (const { name, quote, start, end } of referencesOf(raw)) {
          if (quote === '"' || !likely.test(name) || (quote === "" && addresses.has(word.at.start))) continue;
          const at = word.at.with({ start: word.at.start + start, end: word.at.start + end });
          const shown = raw.slice(start, end);
          const where = quote === "'" ? "in single quotes" : "outside double quotes";
          const plain = !/["'\\]/.test(raw.replace(/^'(.*)'$/, "$1"));
          const text = `"${raw.replace(/^'(.*)'$/, "$1")}"`;
          report(at, `${shown} ${where} is not replaced: the text stays as it is`, {
            ...(plain
              ? { fix: { title: `write ${text}`, safe: false, edits: [{ at: word.at, text }] } }
              : {}),
          });
        }
      }
    }
  },
});
