import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";
import { seconds } from "./managed.ts";

/** What counts where the file says nothing (init_config() of heartbeat/config.c). */
const usual = { keepalive: 1000, deadtime: 30_000 };

export const deadTime = modelRule({
  id: "heartbeat/dead-time",
  format: haCf,
  severity: "error",
  summary: "deadtime must be more than twice keepalive, and initdead no less than deadtime",
  daemon: "rejects",
  check({ keepalive, deadtime, initdead, deadping, statements }, report) {
    const unknown = (name: string, known: unknown): boolean =>
      !known && statements.some(({ keyword }) => keyword.value === name);
    if (unknown("keepalive", keepalive) || unknown("deadtime", deadtime)) return;
    const pause = keepalive?.value ?? usual.keepalive;
    const dead = deadtime?.value ?? usual.deadtime;
    const related = keepalive ? [{ at: keepalive.word.at, message: "the pause between heartbeats" }] : [];
    const low = (name: string, at: typeof deadtime): void => {
      if (at && at.value <= 2 * pause)
        report(
          at.word.at,
          `${name} of ${seconds(at.value)} is not more than twice keepalive (${seconds(pause)}): heartbeat does not start`,
          { related },
        );
    };
    low("deadtime", deadtime);
    low("deadping", deadping);
    if (!deadtime && keepalive && dead <= 2 * pause)
      report(
        keepalive.word.at,
        `keepalive of ${seconds(pause)} is not less than half of deadtime, which is ${seconds(dead)} by itself: heartbeat does not start`,
      );
    if (initdead && initdead.value < dead)
      report(
        initdead.word.at,
        `initdead of ${seconds(initdead.value)} is less than deadtime (${seconds(dead)}): heartbeat does not start`,
        { related: deadtime ? [{ at: deadtime.word.at, message: "deadtime" }] : [] },
      );
  },
});
