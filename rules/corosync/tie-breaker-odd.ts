import { isOn, votesOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf, unreadable } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const tieBreakerOdd = settledRule({
  id: "corosync/tie-breaker-odd",
  severity: "error",
  summary: "auto_tie_breaker with an odd number of votes needs wait_for_all",
  format: corosync,
  daemon: "silent",
  check(model, report) {
    const { quorum, device } = model;
    const breaker = numberOf(quorum, "auto_tie_breaker");
    const votes = votesOf(model);
    if (!isOn(breaker) || device.opened.length > 0 || !votes || votes.expected % 2 === 0) return;
    if (["wait_for_all", "two_node"].some((key) => isOn(numberOf(quorum, key)) || unreadable(quorum, key)))
      return;
    const standing = isOn(numberOf(quorum, "last_man_standing"));
    report(
      breaker!.word.at,
      `auto_tie_breaker with ${votes.expected} votes and no wait_for_all: ${standing ? "with last_man_standing corosync does not start" : "corosync turns it off, an odd cluster has no equal halves"}`,
      { daemon: standing ? "stops" : "silent" },
    );
  },
});
