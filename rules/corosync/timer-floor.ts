import { retransmitOf, timersOf, tokenText } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, numberOf, unreadable } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const timerFloor = settledRule({
  id: "corosync/timer-floor",
  severity: "error",
  summary: "A timeout must not be below what corosync allows",
  format: corosync,
  daemon: "stops",
  check(model, report, { targets }) {
    const { totem } = model;
    for (const [key, least] of floors) {
      const set = numberOf(totem, key);
      if (set && set.value > 0 && set.value < least)
        report(set.word.at, `${key} ${set.value} is below ${least} ms: corosync does not start`);
    }
    const warning = numberOf(totem, "token_warning");
    if (warning && warning.value > 100)
      report(warning.word.at, `token_warning ${warning.value} is above 100 percent: corosync does not start`);
    const timers = timersOf(model, targets.corosync);
    if (!timers || unreadable(totem, "token_retransmit")) return;
    const token = numberOf(totem, "token");
    const often = numberOf(totem, "token_retransmits_before_loss_const");
    if (timers.token < 30) {
      if (token)
        report(
          token.word.at,
          `the token timeout is ${tokenText(timers)}, below 30 ms: corosync does not start`,
        );
      return;
    }
    const interval = retransmitOf(timers);
    const word = (often ?? token)?.word;
    if (word && interval < 30 && !has(totem, "token_retransmit"))
      report(
        word.at,
        `a token timeout of ${tokenText(timers)} with ${timers.retransmits} retransmits is one each ${interval} ms, below 30: corosync does not start`,
      );
  },
});

/** exec/totemconfig.c: MINIMUM_TIMEOUT and MINIMUM_TIMEOUT_HOLD. */
const floors: readonly (readonly [string, number])[] = [
  ["token_retransmit", 30],
  ["hold", 14],
  ["join", 30],
  ["merge", 30],
  ["downcheck", 30],
  ["max_network_delay", 30],
];
