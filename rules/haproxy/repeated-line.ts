import { exclusive, type Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { linesByWord } from "../../parsers/haproxy/lineWords.ts";
import { modelRule } from "../rule.ts";

/** Lines that may well be said twice: exchanges of checks, weights of a script. */
const meant = /^(tcp-check|http-check|\.|option tcp-check|timeout|server|bind|peer|user|group|unknown)/;
/** Lines whose place among the others does not matter. */
const anywhere = /^(acl|log|capture|option|stats|errorfile|http-request add-|http-response add-)/;

const isSingle = ({ prefix, keyword, args }: Statement): boolean =>
  !prefix && args.length === 0 && !keyword.value.includes(" ");

/** Its words: the same for lines of the same words. */
const textOf = ({ prefix, keyword, args }: Statement): string =>
  args.reduce((text, { value }) => `${text}\0${value}`, `${prefix?.value ?? ""}\0${keyword.value}`);

/** Whether two lines of which that is said begin with the same word. */
const mayRepeat = (statements: readonly Statement[]): boolean =>
  [...linesByWord(statements)].some(([word, lines]) => lines.length > 1 && !meant.test(word));

export const repeatedLine = modelRule({
  id: "haproxy/repeated-line",
  scope: "section",
  severity: "warning",
  summary: "The same line need not stand twice in a section",
  daemon: "silent",
  format: haproxy,
  check({ proxies, global }, report) {
    for (const statements of [...proxies.map((one) => one.statements), global.statements]) {
      if (!mayRepeat(statements)) continue;
      const seen = new Map<string, number>();
      statements.forEach((statement, index) => {
        const { value } = statement.keyword;
        if (meant.test(value) || isSingle(statement)) return;
        const text = textOf(statement);
        const before = seen.get(text);
        seen.set(text, index);
        const first = before === undefined ? undefined : statements[before]!;
        if (!first || exclusive(first, statement)) return;
        if (index - before! > 1 && !anywhere.test(value)) return;
        report(statement.at, `this line stands here for the second time`, {
          related: [{ at: first.at, message: "the same line" }],
        });
      });
    }
  },
});
