import { votesOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { modelRule } from "../rule.ts";
import { calledOf } from "./links.ts";

export const zeroVotes = modelRule({
  id: "corosync/zero-votes",
  severity: "warning",
  summary: "A node that counts should have a vote",
  format: corosync,
  daemon: "silent",
  check(model, report) {
    const votes = votesOf(model);
    for (const node of model.nodes)
      if (node.votes?.value === 0)
        report(
          node.votes.word.at,
          `${calledOf(node)} has no vote${votes ? `: quorum is ${votes.quorum} of ${votes.expected}` : ""}`,
        );
  },
});
