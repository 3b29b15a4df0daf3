import { machineOf } from "../galera/machine.ts";
import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { galeraNodes } from "./galera.ts";

export const galeraNodeOff = clusterRule({
  id: "cluster/galera-node-off",
  severity: "error",
  summary: "Galera must be on at every node of its cluster",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster);
    const on = members.filter(({ node }) => !machineOf(node)?.off);
    if (on.length === 0) return;
    for (const { node, wsrep } of members)
      if (wsrep.on && machineOf(node)?.off)
        report(
          wsrep.on.word.at,
          `wsrep_on is ${wsrep.on.word.value} here, and ${listed(on.map((other) => other.node.name))} ${on.length === 1 ? "is" : "are"} in the cluster: ${node.name} takes writes that the others never see`,
          {
            related: on.map(({ node: { name }, wsrep: theirs }) => ({
              at: (theirs.on ?? theirs.clusterAddress!).word.at,
              message: `on at ${name}`,
            })),
          },
        );
  },
});
