import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";

const levels = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"];

export const logLevelReversed = modelRule({
  id: "haproxy/log-level-reversed",
  scope: "section",
  severity: "warning",
  summary: "The second level of log is the gravest a message may have, not the least",
  daemon: "silent",
  format: haproxy,
  check({ global, proxies }, report) {
    for (const { level, minLevel } of [...global.logs, ...proxies.flatMap(({ logs }) => logs)]) {
      if (!level || !minLevel) continue;
      const [max, min] = [levels.indexOf(level.value), levels.indexOf(minLevel.value)];
      if (max < 0 || min <= max) continue;
      report(
        minLevel.at,
        `${level.value} ${minLevel.value}: messages up to ${level.value} are taken, and every one is then sent as ${minLevel.value}`,
      );
    }
  },
});
