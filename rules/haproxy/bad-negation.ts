import { documentRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

const families = new Set([
  "option",
  "log",
  "busy-polling",
  "set-dumpable",
  "strict-limits",
  "insecure-fork-wanted",
  "numa-cpu-mapping",
]);

export const badNegation = documentRule({
  id: "haproxy/bad-negation",
  scope: "section",
  severity: "error",
  summary: "Only what can be taken back may stand after no or default",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "haproxy") return;
    for (const { statement, def } of visitsOf(document)) {
      if (!statement.prefix) continue;
      const { prefix, keyword, branch } = statement;
      if (!prefix || prefix.hole || keyword.hole) continue;
      const allowed = families.has(keyword.value.split(" ", 1)[0]!) && (!def || def.negatable);
      if (allowed) continue;
      report(
        prefix.at,
        `${prefix.value} cannot stand before ${keyword.value}`,
        branch ? { daemon: "silent" } : {},
      );
    }
  },
});
