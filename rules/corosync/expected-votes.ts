import { isOn, majority, votesOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf, numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const expectedVotes = settledRule({
  id: "corosync/expected-votes",
  severity: "error",
  summary: "expected_votes must be the sum of all votes",
  format: corosync,
  daemon: "silent",
  check(model, report) {
    const { quorum, nodes } = model;
    const written = numberOf(quorum, "expected_votes");
    const votes = votesOf(model);
    if (!written || !votes) return;
    const real = votes.nodes + votes.device;
    const { value, word, statement } = written;
    const safe = value < real;
    const fix = { title: "delete the line", safe, edits: [{ at: lineOf(statement.at), text: "" }] };
    if (value === 0) {
      report(word.at, `expected_votes 0 counts as not set: the sum is ${real}`, {
        severity: "warning",
        fix: { ...fix, safe: true },
      });
      return;
    }
    if (value === real || (value > 2 && nodes.length === 2 && isOn(numberOf(quorum, "two_node")))) return;
    const needed = majority(value);
    const split = 2 * needed <= real;
    const sum =
      votes.device > 0
        ? `${votes.nodes} of the nodes and ${votes.device} of the device`
        : `${nodes.length} nodes`;
    const result = split
      ? `${needed} of ${real} votes are a quorum, so that both sides of a split may act`
      : value > real
        ? `a quorum takes ${needed} votes${needed > real ? ", more than there are: nothing ever runs" : ""}`
        : `it goes before the nodelist, and a further node makes both sides of a split quorate`;
    report(word.at, `expected_votes ${value}, but there are ${real} votes (${sum}): ${result}`, {
      ...(split || needed > real ? {} : { severity: "warning" as const }),
      related: [{ at: nameOf(model.nodelist)!.at, message: `${real} votes by the nodelist` }],
      ...(has(model.device, "votes") || votes.device === 0 ? { fix } : {}),
    });
  },
});
