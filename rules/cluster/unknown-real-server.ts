import { clusterRule } from "../rule.ts";
import { balancedBy, targetsOf } from "./directors.ts";
import { nodeOfAddress } from "./machines.ts";
import { servedBy } from "./real-servers.ts";

export const unknownRealServer = clusterRule({
  id: "cluster/unknown-real-server",
  severity: "warning",
  summary: "The address of a real server or sorry server should be that of a node",
  daemon: "silent",
  check(cluster, report) {
    if (!cluster.nodes.every(({ facts }) => facts.addressesKnown)) return;
    for (const balanced of cluster.nodes.flatMap(balancedBy)) {
      const [known] = servedBy(cluster).filter((served) => served.balanced.server === balanced.server);
      for (const target of known ? targetsOf(balanced) : []) {
        const { kind, ip } = target;
        if (nodeOfAddress(cluster, ip.value)) continue;
        report(ip.word.at, `${kind} ${ip.value} is no address of any node: nobody answers there`, {
          related: [{ at: known!.target.ip.word.at, message: `this one is ${known!.node.name}` }],
        });
      }
    }
  },
});
