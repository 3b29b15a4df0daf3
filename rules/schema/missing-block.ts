import { documentRule } from "../rule.ts";
import { verdictFor, visitsWhere } from "./visits.ts";

export const missingBlock = documentRule({
  id: "schema/missing-block",
  scope: "section",
  severity: "error",
  summary: "A keyword that opens a block must have one",
  daemon: "by format",
  check(document, report, { targets }) {
    for (const { statement, def } of visitsWhere(document, (def) => def.opens && def.block !== "optional")) {
      if (statement.block) continue;
      report(statement.keyword.at, `${statement.keyword.value} needs a block in braces`, {
        daemon: verdictFor(document, "missing-block", def, targets),
      });
    }
  },
});
