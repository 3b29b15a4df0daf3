import { timersOf, tokenText } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const tokenLow = settledRule({
  id: "corosync/token-low",
  severity: "warning",
  summary: "The token timeout should be at least one second",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const set = numberOf(model.totem, "token");
    const timers = timersOf(model, targets.corosync);
    if (!set || set.value === 0 || !timers || timers.token < 30 || timers.token >= 1000) return;
    report(
      set.word.at,
      `the token timeout is ${tokenText(timers)}: a short pause of a node or a switch counts as its death`,
    );
  },
});
