import type { Word } from "../../parsers/core/tree.ts";
import { documentRule } from "../rule.ts";
import { namesJudged } from "./names.ts";

export const duplicateName = documentRule({
  id: "schema/duplicate-name",
  severity: "error",
  summary: "A name must be defined once",
  daemon: "by format",
  check(document, report) {
    for (const { title, duplicate, defined } of namesJudged(document, "duplicate")) {
      if (!duplicate) continue;
      const first = new Map<string, Word>();
      for (const word of defined) {
        if (word.hole) continue;
        const earlier = first.get(word.value);
        if (!earlier) first.set(word.value, word);
        else
          report(word.at, `${title} ${word.value} is defined twice`, {
            daemon: duplicate,
            related: [{ at: earlier.at, message: "the first one" }],
          });
      }
    }
  },
});
