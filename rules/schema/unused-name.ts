import { documentRule } from "../rule.ts";
import { namesJudged } from "./names.ts";

export const unusedName = documentRule({
  id: "schema/unused-name",
  severity: "warning",
  summary: "A name that is defined should be used",
  byAbsence: true,
  daemon: "by format",
  check(document, report) {
    if (!document.whole || !document.root) return;
    for (const { title, defined, used } of namesJudged(document, "unused")) {
      if (used.some(({ hole }) => hole)) continue;
      const names = new Set(used.map(({ value }) => value));
      for (const word of defined)
        if (!word.hole && !names.has(word.value)) report(word.at, `${title} ${word.value} is never used`);
    }
  },
});
