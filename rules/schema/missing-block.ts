import { documentRule } from "../rule.ts";
import { verdictFor, visitsOf } from "./visits.ts";

export const missingBlock = documentRule({
  id: "schema/missing-block",
  severity: "error",
  summary: "A keyword that opens a block must have one",
  daemon: "by format",
  check(document, report) {
    for (const { statement, def } of visitsOf(document)) {
      if (!def?.opens || def.block === "optional" || statement.block) continue;
      report(statement.keyword.at, `${statement.keyword.value} needs a block in braces`, {
        daemon: verdictFor(document, "missing-block", def),
      });
    }
  },
});
