import { timersOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf, unreadable } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const pingPair = settledRule({
  id: "corosync/ping-pair",
  severity: "warning",
  summary: "knet_ping_interval and knet_ping_timeout belong together",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const timers = timersOf(model, targets.corosync);
    for (const part of model.interfaces) {
      const interval = numberOf(part, "knet_ping_interval");
      const timeout = numberOf(part, "knet_ping_timeout");
      const set = interval ?? timeout;
      const pongs = numberOf(part, "knet_pong_count")?.value || 2;
      if (!set || set.value === 0 || !timers || unreadable(part, "knet_pong_count")) continue;
      if (unreadable(part, "knet_ping_interval") || unreadable(part, "knet_ping_timeout")) continue;
      const every = interval?.value || Math.floor(timers.token / (2 * pongs));
      const after = timeout?.value || Math.floor(timers.token / pongs);
      const alone = interval && timeout ? "" : ` (made of the token timeout, ${timers.token} ms)`;
      if (after <= every)
        report(
          set.word.at,
          `a ping each ${every} ms and a timeout of ${after} ms${alone}: the link is down before an answer can come`,
          {
            ...(interval && timeout ? { related: [{ at: timeout.word.at, message: "the timeout" }] } : {}),
          },
        );
      else if (alone)
        report(
          set.statement.keyword.at,
          `${set.statement.keyword.value} without ${interval ? "knet_ping_timeout" : "knet_ping_interval"}, which is ${interval ? after : every} ms then, made of the token timeout`,
        );
    }
  },
});
