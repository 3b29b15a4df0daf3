import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { unlessBranch } from "./servers.ts";

export const logFacility = modelRule({
  id: "haproxy/log-facility",
  scope: "section",
  severity: "error",
  summary: "A log line names a target and a facility",
  daemon: "rejects",
  format: haproxy,
  check({ global, proxies }, report) {
    for (const { negated, global: shared, target, facility, statement } of [
      ...global.logs,
      ...proxies.flatMap(({ logs }) => logs),
    ]) {
      if (negated || shared || facility || !target || statement.args.some(({ hole }) => hole)) continue;
      report(target.at, `log ${target.value} names no facility, such as local0`, unlessBranch(statement));
    }
  },
});
