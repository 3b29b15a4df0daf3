import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf, numberOf, textOf, unreadable } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const deviceVotes = settledRule({
  id: "corosync/device-votes",
  severity: "error",
  summary: "The votes of a quorum device must fit its algorithm",
  format: corosync,
  daemon: "silent",
  check({ quorum, device, net, nodes }, report) {
    const at = nameOf(device)?.at;
    if (!at) return;
    const votes = numberOf(device, "votes");
    const expected = numberOf(quorum, "expected_votes");
    if (expected && expected.value > 0 && !has(device, "votes") && has(device, "model"))
      report(at, "the device has no votes while expected_votes is set: corosync does not start", {
        daemon: "stops",
        related: [{ at: expected.word.at, message: `expected_votes ${expected.value}` }],
      });
    const algorithm = textOf(net, "algorithm")?.value ?? (has(net, "algorithm") ? undefined : "ffsplit");
    if (textOf(device, "model")?.value !== "net" || unreadable(device, "votes")) return;
    const sum = nodes.reduce((all, node) => all + (node.votes?.value ?? 1), 0);
    if (algorithm === "ffsplit" && (votes ? votes.value !== 1 : nodes.length > 2))
      report(
        votes?.word.at ?? at,
        `ffsplit works with one vote of the device, not ${votes?.value ?? `the default of ${sum - 1}`}: write votes: 1`,
      );
    if (algorithm === "lms" && votes && votes.value !== sum - 1 && nodes.length > 0)
      report(votes.word.at, `lms works with the device's default of ${sum - 1} votes, not ${votes.value}`, {
        fix: { title: "delete the line", safe: true, edits: [{ at: lineOf(votes.statement.at), text: "" }] },
      });
    const uneven = nodes.find((node) => node.votes && node.votes.value !== 1);
    if (algorithm === "ffsplit" && uneven)
      report(uneven.votes!.word.at, `ffsplit works with one vote for each node, not ${uneven.votes!.value}`);
  },
});
