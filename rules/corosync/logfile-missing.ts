import { corosync } from "../../parsers/corosync/index.ts";
import { has, textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const logfileMissing = settledRule({
  id: "corosync/logfile-missing",
  severity: "warning",
  summary: "to_logfile needs a logfile",
  format: corosync,
  daemon: "silent",
  check({ logging, subsystems }, report) {
    for (const part of [logging, ...subsystems]) {
      const set = textOf(part, "to_logfile");
      if (set && ["yes", "on"].includes(set.value) && !has(part, "logfile") && !has(logging, "logfile"))
        report(set.word.at, "to_logfile without logfile: nothing is written");
    }
  },
});
