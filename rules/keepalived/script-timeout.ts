import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { valueOr } from "./statements.ts";

export const scriptTimeout = modelRule({
  id: "keepalived/script-timeout",
  severity: "warning",
  summary: "The timeout of a script should not be longer than its interval",
  daemon: "silent",
  format: keepalived,
  check({ vrrpScripts }, report) {
    for (const script of vrrpScripts) {
      const { timeout, interval } = script;
      const every = valueOr(script, "interval", interval, 1);
      if (!timeout || every === undefined || timeout.value <= every) continue;
      report(
        timeout.statement.at,
        `timeout ${timeout.value} is longer than interval ${every}: while one run hangs no other is started, so that a failure takes ${timeout.value} s to be noticed`,
        {
          ...(interval ? { related: [{ at: interval.statement.at, message: "the interval" }] } : {}),
        },
      );
    }
  },
});
