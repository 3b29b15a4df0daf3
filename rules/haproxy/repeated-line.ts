import { exclusive, type Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { linesByWord } from "../../parsers/haproxy/lineWords.ts";
import { modelRule } from "../rule.ts";
import { wordsOf } from "./lines.ts";

/** Lines that may well be said twice: exchanges of checks, weights of a script. */
const meant = /^(tcp-check|http-check|\.|option tcp-check|timeout|server|bind|peer|user|group|unknown)/;
/** Lines whose place among the others does not matter. */
const anywhere = /^(acl|log|capture|option|stats|errorfile|http-request add-|http-response add-)/;

/** Whether two lines of which that is said begin with the same word. */
const mayRepeat = (statements: readonly Statement[]): boolean =>
  [...linesByWord(statements)].some(([word, lines]) => lines.length > 1 && !meant.test(word));

export const repeatedLine = modelRule({
  id: "haproxy/repeated-line",
  severity: "warning",
  summary: "The same line need not stand twice in a section",
  daemon: "silent",
  format: haproxy,
  check({ proxies, global }, report) {
    for (const statements of [...proxies.map((one) => one.statements), global.statements]) {
      if (!mayRepeat(statements)) continue;
      const seen = new Map<string, { readonly statement: Statement; readonly index: number }>();
      statements.forEach((statement, index) => {
        const { value } = statement.keyword;
        if (meant.test(value)) return;
        const words = wordsOf(statement);
        if (words.length < 2) return;
        const text = words.map((word) => word.value).join("\0");
        const first = seen.get(text);
        seen.set(text, { statement, index });
        if (!first || exclusive(first.statement, statement)) return;
        if (index - first.index > 1 && !anywhere.test(value)) return;
        report(statement.at, `this line stands here for the second time`, {
          related: [{ at: first.statement.at, message: "the same line" }],
        });
      });
    }
  },
});
