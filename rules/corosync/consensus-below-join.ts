import { timersOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const consensusBelowJoin = settledRule({
  id: "corosync/consensus-below-join",
  severity: "error",
  summary: "consensus must not be below join",
  format: corosync,
  daemon: "stops",
  check(model, report, { targets }) {
    const { totem } = model;
    const timers = timersOf(model, targets.corosync);
    if (!timers || timers.consensus >= timers.join) return;
    const [join, consensus] = [numberOf(totem, "join"), numberOf(totem, "consensus")];
    const set = consensus ?? join;
    if (set)
      report(
        set.word.at,
        `consensus ${timers.consensus} ms is below join ${timers.join} ms: corosync does not start`,
        {
          ...(consensus && join ? { related: [{ at: join.word.at, message: `join ${join.value}` }] } : {}),
        },
      );
  },
});
