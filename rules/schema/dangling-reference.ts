import { documentRule } from "../rule.ts";
import { namesJudged } from "./names.ts";
import { nearest } from "./suggest.ts";
import { rename } from "./unknown-keyword.ts";

export const danglingReference = documentRule({
  id: "schema/dangling-reference",
  severity: "error",
  summary: "A name that is used must be defined",
  byAbsence: true,
  daemon: "by format",
  check(document, report) {
    if (!document.whole || !document.root) return;
    for (const { title, dangling, known = [], defined, used } of namesJudged(document, "dangling")) {
      if (!dangling || defined.some(({ hole }) => hole)) continue;
      const names = new Set([...defined.map(({ value }) => value), ...known]);
      for (const word of used) {
        if (word.hole || names.has(word.value)) continue;
        const guess = nearest(word.value, names);
        report(word.at, `${title} ${word.value} is not defined${guess ? `, did you mean ${guess}?` : ""}`, {
          daemon: dangling,
          ...(guess ? { fix: rename(word, guess) } : {}),
        });
      }
    }
  },
});
