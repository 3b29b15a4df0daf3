import { documentRule } from "../rule.ts";
import { type Visit, verdictFor, visitsWhere } from "./visits.ts";

export const repeatedSetting = documentRule({
  id: "schema/repeated-setting",
  severity: "warning",
  summary: "A setting that counts once must stand once in its block",
  daemon: "by format",
  check(document, report, { targets }) {
    const groups = new Map<string, Visit[]>();
    const blocks = new Map<Visit | undefined, number>();
    for (const visit of visitsWhere(document, (def) => def.once)) {
      if (visit.def === visit.placeDef.entry) continue;
      if (!blocks.has(visit.parent)) blocks.set(visit.parent, blocks.size);
      const key = `${blocks.get(visit.parent)} ${visit.statement.keyword.value}`;
      const group = groups.get(key);
      if (group) group.push(visit);
      else groups.set(key, [visit]);
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const { once } = group[0]!.def!;
      const kept = once === "last" ? group.at(-1)! : group[0]!;
      for (const visit of group) {
        if (visit === kept) continue;
        const name = visit.statement.keyword.value;
        const daemon =
          once === "error" && !visit.def!.verdicts?.["repeated-setting"]
            ? "rejects"
            : verdictFor(document, "repeated-setting", visit.def, targets);
        const result =
          once === "error"
            ? `${name} may stand once only`
            : `${name} is set again ${once === "last" ? "below" : "above"}: this one is ignored`;
        report(visit.statement.at, result, {
          daemon,
          ...(daemon === "rejects" ? { severity: "error" as const } : {}),
          related: [
            { at: kept.statement.at, message: once === "error" ? "the first one" : "this one counts" },
          ],
        });
      }
    }
  },
});
