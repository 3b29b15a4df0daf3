import { cover } from "../../parsers/core/source.ts";
import { documentRule } from "../rule.ts";
import { nearest } from "./suggest.ts";
import { verdictFor, visitsOf } from "./visits.ts";

export const extraWords = documentRule({
  id: "schema/extra-words",
  scope: "section",
  severity: "error",
  summary: "A keyword must not be followed by more words than it takes",
  daemon: "by format",
  check(document, report, { targets }) {
    for (const { statement, def, args, slots } of visitsOf(document)) {
      const extra = slots?.extra;
      const first = extra?.[0];
      if (!def || !extra || !first || def.flag || statement.keyword.hole || args.some(({ hole }) => hole))
        continue;
      const daemon = verdictFor(document, "extra-words", def, targets);
      const { keyword } = statement;
      if (def.options) {
        const guess = nearest(first.value, Object.keys(def.options));
        const hint = guess ? `, did you mean ${guess}?` : "";
        report(first.at, `unknown option ${first.value} of ${keyword.value}${hint}`, {
          daemon,
          ...(guess
            ? { fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: first.at, text: guess }] } }
            : {}),
        });
        continue;
      }
      const takes = def.args?.length ?? 0;
      const number = takes === 0 ? "no value" : takes === 1 ? "one value" : `${takes} values`;
      const ignored = extra.map(({ value }) => value).join(" ");
      const result = daemon === "rejects" ? `${ignored} is too much` : `${ignored} is ignored`;
      report(cover(first.at, extra.at(-1)!.at), `${keyword.value} takes ${number}: ${result}`, { daemon });
    }
  },
});
