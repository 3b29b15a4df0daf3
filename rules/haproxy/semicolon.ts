import { textOf } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { linesHolding, wordsOf } from "./lines.ts";

/** Lines whose values are free text, where a semicolon may be meant. */
const freeText =
  /^(acl|http-|req|rsp|log-format|redirect|description|stats|errorloc|error-log-format|capture|set-|option httpchk|tcp-check|command)/;

export const semicolon = modelRule({
  id: "haproxy/semicolon",
  scope: "section",
  severity: "warning",
  summary: "No line ends with a semicolon",
  daemon: "silent",
  format: haproxy,
  check({ statements }, report) {
    for (const statement of linesHolding({ statements }, /;/g)) {
      const word = wordsOf(statement).at(-1)!;
      const raw = textOf(word.at);
      if (word.quote || raw.length < 2 || !raw.endsWith(";") || freeText.test(statement.keyword.value))
        continue;
      const at = word.at.with({ start: word.at.end - 1 });
      report(at, `the semicolon is part of ${raw}`, {
        fix: { title: "delete it", safe: false, edits: [{ at, text: "" }] },
      });
    }
  },
});
