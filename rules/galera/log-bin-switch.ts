import { galera } from "../../parsers/mycnf/index.ts";
import { modelRule } from "../rule.ts";

export const logBinSwitch = modelRule({
  id: "galera/log-bin-switch",
  format: galera,
  severity: "warning",
  summary: "log_bin must be a name for the files, not a switch",
  daemon: "silent",
  check({ options }, report) {
    for (const { name, value, prefixes } of options) {
      if (name !== "log_bin" || prefixes.length > 0 || !value || value.hole) continue;
      if (!/^(?:on|off|true|false|yes|no|0|1)$/i.test(value.value)) continue;
      const negative = /^(?:off|false|no|0)$/i.test(value.value);
      const fact = `log_bin is no switch: the binary logs are on and called ${value.value}.000001`;
      report(value.at, negative ? `${fact}; skip_log_bin turns them off` : fact, {
        severity: negative ? "error" : "warning",
      });
    }
  },
});
