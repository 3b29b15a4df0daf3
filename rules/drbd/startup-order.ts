import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";

export const startupOrder = modelRule({
  id: "drbd/startup-order",
  severity: "warning",
  summary: "outdated-wfc-timeout should not be above degr-wfc-timeout",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const resource of resources) {
      const low = effective(resource, "startup", "outdated-wfc-timeout");
      const high = effective(resource, "startup", "degr-wfc-timeout");
      if (!low || !high || !(forever(low.value) > forever(high.value))) continue;
      report(low.word.at, `${low.name} ${low.value} waits longer than ${high.name} ${high.value}`, {
        related: [{ at: high.word.at, message: high.name }],
      });
    }
  },
});

/** 0 waits without end. */
const forever = (value: string): number => (Number(value) === 0 ? Number.POSITIVE_INFINITY : Number(value));
