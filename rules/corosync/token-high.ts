import { timersOf, tokenText } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const tokenHigh = settledRule({
  id: "corosync/token-high",
  severity: "info",
  summary: "A token timeout of more than half a minute is long",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const set = numberOf(model.totem, "token");
    const timers = timersOf(model, targets.corosync);
    if (set && timers && timers.token > 30_000)
      report(
        set.word.at,
        `the token timeout is ${tokenText(timers)}: so long nobody takes over from a dead node`,
      );
  },
});
