import { isOn } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const twoNode = settledRule({
  id: "corosync/two-node",
  severity: "error",
  summary: "two_node must be set for two nodes alone",
  format: corosync,
  daemon: "silent",
  check({ quorum, nodes }, report) {
    const set = numberOf(quorum, "two_node");
    if (!isOn(set) || nodes.length === 0 || nodes.length === 2) return;
    const expected = numberOf(quorum, "expected_votes");
    const one = nodes.length === 1;
    report(
      set!.word.at,
      one
        ? "two_node with one node: a second node that joins is quorate without it"
        : `two_node with ${nodes.length} nodes: quorum is 1 until more than two have joined, so that one node alone acts`,
      {
        ...(one ? { severity: "warning" as const } : {}),
        related: [
          {
            at: nodes[Math.min(2, nodes.length - 1)]!.statement.keyword.at,
            message: one ? "the only node" : "the third node",
          },
          ...(expected ? [{ at: expected.word.at, message: `expected_votes ${expected.value}` }] : []),
        ],
        fix: { title: "delete two_node", safe: !one, edits: [{ at: lineOf(set!.statement.at), text: "" }] },
      },
    );
  },
});
