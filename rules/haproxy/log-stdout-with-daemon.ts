import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { globalLine } from "./effective.ts";

export const logStdoutWithDaemon = modelRule({
  id: "haproxy/log-stdout-with-daemon",
  severity: "warning",
  summary: "A daemon has no standard output to log to",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const line = globalLine(model, "daemon");
    if (!line) return;
    for (const { target } of [...model.global.logs, ...model.proxies.flatMap(({ logs }) => logs)])
      if (target && /^(stdout|stderr|fd@[12])$/.test(target.value))
        report(target.at, `log ${target.value} is lost: with daemon haproxy closes its standard output`, {
          related: [{ at: line.keyword.at, message: "goes to the background" }],
        });
  },
});
