import { isOn } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const twoNodeTieBreaker = settledRule({
  id: "corosync/two-node-tie-breaker",
  severity: "error",
  summary: "two_node and auto_tie_breaker must not go together",
  format: corosync,
  daemon: "silent",
  check({ quorum }, report) {
    const set = numberOf(quorum, "two_node");
    const breaker = numberOf(quorum, "auto_tie_breaker");
    if (!isOn(set) || !isOn(breaker)) return;
    report(
      breaker!.word.at,
      "auto_tie_breaker with two_node: corosync drops two_node, and the node with the lowest id alone survives a split",
      {
        related: [{ at: set!.word.at, message: "without effect" }],
      },
    );
  },
});
