import { corosync } from "../../parsers/corosync/index.ts";
import { has, textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const blindLogging = settledRule({
  id: "corosync/blind-logging",
  severity: "warning",
  summary: "Errors of the file itself should be seen somewhere",
  format: corosync,
  daemon: "silent",
  check({ logging }, report) {
    const off = (key: string) => {
      const set = textOf(logging, key);
      return set?.value === "no" || set?.value === "off" ? set : undefined;
    };
    const stderr = off("to_stderr");
    if (!stderr) return;
    const syslog = off("to_syslog");
    const file = textOf(logging, "to_logfile");
    const kept = file && ["yes", "on"].includes(file.value) && has(logging, "logfile");
    const [where, severity] = !syslog
      ? (["only the log has its errors", "info"] as const)
      : kept
        ? (["only the logfile has its errors", "warning"] as const)
        : (["nothing has its errors", "error"] as const);
    report(
      stderr.word.at,
      `to_stderr ${stderr.value}: corosync -t prints nothing of what is wrong with this file, ${where}`,
      {
        severity,
        ...(syslog ? { related: [{ at: syslog.word.at, message: "nor does syslog get it" }] } : {}),
      },
    );
  },
});
