import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { owner } from "./instance.ts";

export const priority255 = modelRule({
  id: "keepalived/priority-255",
  severity: "warning",
  summary: "Priority 255 should be left to the router that owns the address",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { priority } of vrrpInstances)
      if (priority?.value === owner)
        report(
          priority.word.at,
          "priority 255 is the address owner's: it takes over at once and always, and weights and nopreempt do not count",
        );
  },
});
