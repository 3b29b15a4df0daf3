import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";

export const quorumTwoNodes = modelRule({
  id: "drbd/quorum-two-nodes",
  severity: "warning",
  summary: "A majority needs three nodes",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const resource of resources) {
      const quorum = effective(resource, "options", "quorum");
      if (resource.hosts.length !== 2 || !quorum || !["majority", "all"].includes(quorum.value)) continue;
      report(
        quorum.word.at,
        `quorum ${quorum.value} with two nodes: the loss of either one stops the other`,
        {
          related: [{ at: resource.name.word.at, message: `resource ${resource.name.value}` }],
        },
      );
    }
  },
});
