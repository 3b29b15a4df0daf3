import { intervalOf, optionIn } from "./operations.ts";
import { pacemakerRule } from "./rule.ts";

const once = ["start", "stop", "promote", "demote", "migrate_to", "migrate_from"];

export const opRecurring = pacemakerRule({
  id: "pacemaker/op-recurring",
  severity: "error",
  summary: "Only a monitor may recur",
  daemon: "warns",
  check(model, report) {
    for (const { ops } of [...model.primitives, ...model.templates])
      for (const operation of ops) {
        const { name } = operation;
        if (!once.includes(name.value) || !intervalOf(operation)) continue;
        const value = optionIn(operation, "interval")!.value!;
        report(
          value.at,
          `${name.value} cannot recur, and interval ${value.value} makes Pacemaker ignore all that is set for it`,
        );
      }
  },
});
