import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import { amountOf } from "../../parsers/drbd/types.ts";
import { modelRule } from "../rule.ts";

export const rateOrder = modelRule({
  id: "drbd/rate-order",
  severity: "warning",
  summary: "c-min-rate should not be above c-max-rate",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const resource of resources) {
      const min = effective(resource, "disk", "c-min-rate");
      const max = effective(resource, "disk", "c-max-rate");
      const [low, high] = [min && amountOf(min.value, 10), max && amountOf(max.value, 10)];
      if (!min || !max || low === undefined || high === undefined || low <= high) continue;
      report(min.word.at, `c-min-rate ${min.value} is above c-max-rate ${max.value}`, {
        related: [{ at: max.word.at, message: "c-max-rate" }],
      });
    }
  },
});
