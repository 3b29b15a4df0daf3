import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";
import { seconds } from "./managed.ts";

export const warntime = modelRule({
  id: "heartbeat/warntime",
  format: haCf,
  severity: "warning",
  summary: "warntime must lie between keepalive and deadtime",
  daemon: "silent",
  check({ keepalive, warntime, deadtime }, report) {
    if (!warntime) return;
    if (deadtime && warntime.value >= deadtime.value)
      report(
        warntime.word.at,
        `warntime of ${seconds(warntime.value)} is not less than deadtime (${seconds(deadtime.value)}): the node is dead before anyone is warned`,
        { related: [{ at: deadtime.word.at, message: "deadtime" }] },
      );
    else if (keepalive && warntime.value <= keepalive.value)
      report(
        warntime.word.at,
        `warntime of ${seconds(warntime.value)} is not more than keepalive (${seconds(keepalive.value)}): every heartbeat is late`,
        { related: [{ at: keepalive.word.at, message: "keepalive" }] },
      );
  },
});
