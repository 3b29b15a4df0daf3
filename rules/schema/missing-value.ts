import { documentRule } from "../rule.ts";
import { severityOf, verdictFor, visitsOf } from "./visits.ts";

export const missingValue = documentRule({
  id: "schema/missing-value",
  scope: "section",
  severity: "error",
  summary: "A keyword must have the values that it needs",
  daemon: "by format",
  check(document, report, { targets }) {
    for (const { statement, def, args, slots } of visitsOf(document)) {
      const first = slots?.missing[0];
      if (!first || statement.keyword.hole || args.some(({ hole }) => hole)) continue;
      const { after, owner, arg } = first;
      const own = first.def.verdicts?.["missing-value"] ? first.def : def;
      const daemon = verdictFor(document, "missing-value", own, targets);
      report(after.at, `${owner} needs a value${arg.name ? ` (${arg.name})` : ""}`, {
        daemon,
        severity: severityOf(document, "missing-value", daemon, targets),
      });
    }
  },
});
