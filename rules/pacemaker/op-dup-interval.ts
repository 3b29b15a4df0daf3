import type { Operation } from "../../parsers/pacemaker/model.ts";
import { intervalOf, optionIn, roleOf } from "./operations.ts";
import { pacemakerRule } from "./rule.ts";

export const opDupInterval = pacemakerRule({
  id: "pacemaker/op-dup-interval",
  severity: "error",
  summary: "Two operations of one name must have different intervals, whatever their roles",
  daemon: "warns",
  check(model, report) {
    for (const { id, ops } of [...model.primitives, ...model.templates]) {
      const seen = new Map<string, Operation>();
      for (const operation of ops) {
        const interval = intervalOf(operation);
        if (!interval || operation.name.hole) continue;
        const key = `${operation.name.value} ${interval}`;
        const first = seen.get(key);
        if (!first) {
          seen.set(key, operation);
          continue;
        }
        const role = roleOf(operation) ?? roleOf(first);
        const hint = role ? ", also for another role" : "";
        const value = optionIn(operation, "interval")!.value!;
        const other = optionIn(first, "interval")!.value!;
        report(
          value.at,
          `${operation.name.value} of ${id.value} has interval ${value.value} twice: only one of them runs${hint}`,
          {
            related: [{ at: other.at, message: "the first one" }],
            // crm adds what a command `monitor` says, and refuses an interval that is there.
            ...(operation.statement.keyword.value === "monitor" ? { daemon: "rejects" as const } : {}),
          },
        );
      }
    }
  },
});
