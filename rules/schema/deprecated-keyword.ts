import { compareVersions } from "../../parsers/core/schema.ts";
import { isWritten } from "../fix.ts";
import { documentRule } from "../rule.ts";
import { agedOf, standing, verdictFor } from "./visits.ts";

export const deprecatedKeyword = documentRule({
  id: "schema/deprecated-keyword",
  scope: "section",
  severity: "warning",
  summary: "A deprecated keyword should give way to its successor",
  daemon: "by format",
  check(document, report, { targets }) {
    const version = targets[document.format.schema.daemon];
    for (const { word: keyword, name, def } of agedOf(document)) {
      if (!def.deprecated || standing(document, def, targets) !== "known") continue;
      const { since, use, note } = def.deprecated;
      if (version && since && compareVersions(version, since) < 0) continue;
      const instead = note ?? (use ? `use ${use}` : "nothing replaces it");
      report(keyword.at, `${name} is deprecated${since ? ` since ${since}` : ""}: ${instead}`, {
        daemon: verdictFor(document, "deprecated-keyword", def, targets),
        ...(use && isWritten(keyword)
          ? { fix: { title: `rename to ${use}`, safe: true, edits: [{ at: keyword.at, text: use }] } }
          : {}),
      });
    }
  },
});
