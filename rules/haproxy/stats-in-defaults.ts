import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";

export const statsInDefaults = modelRule({
  id: "haproxy/stats-in-defaults",
  severity: "warning",
  summary: "Statistics in defaults appear under every proxy that inherits them",
  daemon: "silent",
  format: haproxy,
  check({ defaults }, report) {
    for (const { stats, name } of defaults) {
      const line = stats.find(({ action }) => /^(enable|uri|auth|realm|admin)$/.test(action));
      if (line && !name)
        report(
          line.statement.keyword.at,
          `stats ${line.action} in defaults puts the statistics page under every proxy below`,
        );
    }
  },
});
