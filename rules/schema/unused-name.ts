import { documentRule } from "../rule.ts";
import { namesOf } from "./names.ts";

export const unusedName = documentRule({
  id: "schema/unused-name",
  severity: "warning",
  summary: "A name that is defined should be used",
  byAbsence: true,
  daemon: "by format",
  check(document, report) {
    if (!document.whole || !document.root) return;
    for (const [namespace, { defined, used }] of namesOf(document)) {
      const { title, unused } = document.format.schema.names![namespace]!;
      if (!unused || used.some(({ hole }) => hole)) continue;
      const names = new Set(used.map(({ value }) => value));
      for (const word of defined)
        if (!word.hole && !names.has(word.value)) report(word.at, `${title} ${word.value} is never used`);
    }
  },
});
