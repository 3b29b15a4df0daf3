import { documentRule } from "../rule.ts";
import { verdictFor, visitsOf } from "./visits.ts";

export const unexpectedBlock = documentRule({
  id: "schema/unexpected-block",
  scope: "section",
  severity: "error",
  summary: "A keyword that takes no block must not have one",
  daemon: "by format",
  check(document, report, { targets }) {
    for (const { statement, def } of visitsOf(document)) {
      if (!statement.block || !def || def.opens) continue;
      report(statement.block.open, `${statement.keyword.value} takes no block`, {
        daemon: verdictFor(document, "unexpected-block", def, targets),
      });
    }
  },
});
