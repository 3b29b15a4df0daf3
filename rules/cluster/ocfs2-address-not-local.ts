import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { nodeOfAddress, ownAddresses, shortName } from "./machines.ts";
import { modelsOf } from "./model.ts";
import { plainIp } from "./net.ts";

export const ocfs2AddressNotLocal = clusterRule({
  id: "cluster/ocfs2-address-not-local",
  severity: "error",
  summary: "The ip_address of an OCFS2 node must be an address of that node",
  daemon: "silent",
  check(cluster, report) {
    for (const node of cluster.nodes)
      for (const { nodes } of modelsOf(node, ocfs2))
        for (const { name, address } of nodes) {
          if (!name || !address || name.value !== shortName(node.name)) continue;
          const owner = nodeOfAddress(cluster, address.value);
          const own = ownAddresses(node);
          if (owner === node || own.some(({ ip }) => plainIp(ip) === plainIp(address.value))) continue;
          if (!owner && !node.facts.addressesKnown) continue;
          const whose = owner
            ? `is the address of ${owner.name}`
            : `is no address of ${node.name}, which has ${listed(own.map(({ ip }) => ip))}`;
          report(
            address.word.at,
            `ip_address ${address.value} ${whose}: the other nodes cannot reach ${node.name}`,
            {
              related: own.slice(0, 1).map(({ at }) => ({ at, message: `an address of ${node.name}` })),
            },
          );
        }
  },
});
