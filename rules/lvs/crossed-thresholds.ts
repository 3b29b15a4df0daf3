import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const crossedThresholds = modelRule({
  id: "lvs/crossed-thresholds",
  severity: "warning",
  summary: "lthreshold must be lower than uthreshold",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const { lthreshold, uthreshold } of virtualServers.flatMap(({ realServers }) => realServers)) {
      if (!lthreshold || !uthreshold || uthreshold.value === 0 || lthreshold.value < uthreshold.value)
        continue;
      report(
        lthreshold.word.at,
        `lthreshold ${lthreshold.value} is not lower than uthreshold ${uthreshold.value}: the server never recovers from being full as it should`,
        { related: [{ at: uthreshold.word.at, message: "connections at which the server counts as full" }] },
      );
    }
  },
});
