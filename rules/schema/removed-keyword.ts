import { isWritten } from "../fix.ts";
import { documentRule } from "../rule.ts";
import { agedOf, standing, verdictFor } from "./visits.ts";

export const removedKeyword = documentRule({
  id: "schema/removed-keyword",
  scope: "section",
  severity: "error",
  summary: "A keyword that the daemon no longer knows must go",
  daemon: "by format",
  check(document, report, { targets }) {
    const { daemon } = document.format.schema;
    const version = targets[daemon];
    for (const { word: keyword, name, def } of agedOf(document)) {
      if (standing(document, def, targets) !== "removed") continue;
      const { use, note } = def.deprecated ?? {};
      const gone = version
        ? `${daemon} ${version} does not know ${name}`
        : `${name} is gone since ${daemon} ${def.removed ?? def.until}`;
      const instead = use ? `: its name is ${use} now` : note ? `: ${note}` : "";
      report(keyword.at, `${gone}${instead}`, {
        daemon: verdictFor(document, "removed-keyword", def, targets),
        ...(use && isWritten(keyword)
          ? { fix: { title: `rename to ${use}`, safe: true, edits: [{ at: keyword.at, text: use }] } }
          : {}),
      });
    }
  },
});
