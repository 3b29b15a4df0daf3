import { sbd } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";

export const noWatchdog = modelRule({
  id: "sbd/no-watchdog",
  format: sbd,
  severity: "error",
  summary: "sbd must have a watchdog",
  daemon: "silent",
  check({ watchdog }, report) {
    if (watchdog?.value === "/dev/null")
      report(
        watchdog.word.at,
        "without a watchdog a node whose sbd hangs goes on running while the others take it for fenced",
      );
  },
});
