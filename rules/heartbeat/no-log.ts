import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";

export const noLog = modelRule({
  id: "heartbeat/no-log",
  format: haCf,
  severity: "error",
  summary: "Without the logging daemon a log file or a facility must be set",
  daemon: "rejects",
  check({ useLogd, statements }, report) {
    if (!useLogd) return;
    const logs = statements.filter(
      ({ keyword, args }) =>
        /^(logfile|debugfile|logfacility)$/.test(keyword.value) &&
        args.length > 0 &&
        args[0]!.value !== "none",
    );
    if (!useLogd.value && logs.length === 0)
      report(
        useLogd.word.at,
        "use_logd is off and there is no logfile, debugfile or logfacility: heartbeat does not start",
      );
    if (useLogd.value && logs.length > 0)
      report(logs[0]!.at, `use_logd is on: ${logs[0]!.keyword.value} is not used`, {
        severity: "warning",
        daemon: "warns",
        related: [{ at: useLogd.statement.at, message: "the logging daemon is in use" }],
      });
  },
});
