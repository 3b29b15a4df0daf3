import { fences } from "../../parsers/pacemaker/effective.ts";
import { optionIn } from "./operations.ts";
import { pacemakerRule } from "./rule.ts";

export const onfailFenceDisabled = pacemakerRule({
  id: "pacemaker/onfail-fence-disabled",
  severity: "warning",
  summary: "A failure can lead to fencing only if the cluster fences",
  daemon: "warns",
  check(model, report, { targets }) {
    if (fences(model.properties, targets.pacemaker) !== false) return;
    for (const { ops } of [...model.primitives, ...model.templates])
      for (const operation of ops) {
        const value = optionIn(operation, "on-fail")?.value;
        if (value?.value.toLowerCase() === "fence")
          report(
            value.at,
            `on-fail ${value.value} of ${operation.name.value} with fencing off: Pacemaker uses stop instead`,
          );
      }
  },
});
