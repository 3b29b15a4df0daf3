import { isOn } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const twoNodeExpectedVotes = settledRule({
  id: "corosync/two-node-expected-votes",
  severity: "error",
  summary: "two_node must go with two expected votes",
  format: corosync,
  daemon: "silent",
  check(model, report) {
    const { quorum, nodes } = model;
    const set = numberOf(quorum, "two_node");
    const expected = numberOf(quorum, "expected_votes");
    if (!isOn(set) || !expected || expected.value < 3 || (nodes.length > 0 && nodes.length !== 2)) return;
    report(
      set!.word.at,
      `two_node with expected_votes ${expected.value}: two_node is for two votes, and quorum is 1 of ${expected.value}`,
      {
        related: [{ at: expected.word.at, message: "not two votes" }],
      },
    );
  },
});
