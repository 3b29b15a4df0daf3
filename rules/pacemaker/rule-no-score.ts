import { pacemakerRule } from "./rule.ts";

/** The crm shell writes INFINITY where a rule has no score. */
export const ruleNoScore = pacemakerRule({
  id: "pacemaker/rule-no-score",
  severity: "error",
  summary: "A rule of a location must have a score",
  daemon: "rejects",
  check({ syntax, locations }, report) {
    if (syntax !== "cib") return;
    for (const { id, rules } of locations)
      for (const rule of rules) {
        if (rule.score || rule.scoreAttribute || rule.idRef) continue;
        const name = rule.id && !rule.id.hole ? ` ${rule.id.value}` : "";
        report(
          rule.statement.keyword.at,
          `rule${name} has no score: Pacemaker takes 0, and ${id.value} prefers no node by it`,
        );
      }
  },
});
