import { documentRule } from "../rule.ts";
import { agedOf, standing, verdictFor } from "./visits.ts";

export const keywordVersion = documentRule({
  id: "schema/keyword-version",
  scope: "section",
  severity: "error",
  summary: "A keyword must not be newer than the target's daemon",
  daemon: "by format",
  check(document, report, { targets }) {
    const { daemon } = document.format.schema;
    for (const { word: keyword, name, def } of agedOf(document)) {
      if (standing(document, def, targets) !== "newer") continue;
      report(keyword.at, `${name} needs ${daemon} ${def.since}, the target is ${targets[daemon]}`, {
        daemon: verdictFor(document, "keyword-version", def, targets),
      });
    }
  },
});
