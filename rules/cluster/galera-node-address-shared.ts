import { clusterRule } from "../rule.ts";
import { galeraNodes, ownAddress } from "./galera.ts";
import { isLoopback } from "./net.ts";

export const galeraNodeAddressShared = clusterRule({
  id: "cluster/galera-node-address-shared",
  severity: "error",
  summary: "Each node of a Galera cluster must announce an address of its own",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster);
    for (const [i, member] of members.entries()) {
      const setting = member.wsrep.nodeAddress;
      const address = ownAddress(member);
      if (!setting || !address || isLoopback(address)) continue;
      const first = members
        .slice(0, i)
        .find((other) => other.wsrep.nodeAddress && ownAddress(other) === address);
      if (first)
        report(
          setting.value.hostWord.at,
          `wsrep_node_address ${setting.value.host} is also that of ${first.node.name}: who asks ${member.node.name} for the data asks ${first.node.name}`,
          { related: [{ at: first.wsrep.nodeAddress!.word.at, message: `announced by ${first.node.name}` }] },
        );
    }
  },
});
