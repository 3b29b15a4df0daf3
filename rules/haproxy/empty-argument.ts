import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { linesHolding, wordsOf } from "./lines.ts";

export const emptyArgument = modelRule({
  id: "haproxy/empty-argument",
  scope: "section",
  severity: "error",
  summary: "An empty word ends its line",
  daemon: [{ since: "3.3", verdict: "rejects" }, { since: "3.2", verdict: "warns" }, { verdict: "silent" }],
  format: haproxy,
  check({ statements }, report) {
    for (const statement of linesHolding({ statements }, /["'\0\ufeff]/g)) {
      const words = wordsOf(statement);
      const i = words.findIndex(({ value, hole }) => value === "" && !hole);
      const word = words[i];
      if (!word) continue;
      const rest = words[i + 1];
      const lost = rest ? `${rest.value} and what follows are not read` : "the argument is missing";
      report(word.at, `an empty word ends the line: ${lost}`, statement.branch ? { daemon: "silent" } : {});
    }
  },
});
