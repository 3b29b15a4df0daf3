import { documentRule } from "../rule.ts";
import { standing, verdictFor, visitsOf } from "./visits.ts";

export const keywordVersion = documentRule({
  id: "schema/keyword-version",
  severity: "error",
  summary: "A keyword must not be newer than the target's daemon",
  daemon: "by format",
  check(document, report, { targets }) {
    const { daemon } = document.format.schema;
    for (const { statement, def } of visitsOf(document)) {
      if (!def || standing(document, def, targets) !== "newer") continue;
      report(
        statement.keyword.at,
        `${statement.keyword.value} needs ${daemon} ${def.since}, the target is ${targets[daemon]}`,
        {
          daemon: verdictFor(document, "keyword-version", def),
        },
      );
    }
  },
});
