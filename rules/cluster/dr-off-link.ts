import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { balancedBy, targetsOf } from "./directors.ts";
import { ownAddresses } from "./machines.ts";
import { inSubnet, networkName } from "./net.ts";
import { methodOf } from "./real-servers.ts";

export const drOffLink = clusterRule({
  id: "cluster/dr-off-link",
  severity: "error",
  summary: "A real server of lb_kind DR must be on a network of the director itself",
  daemon: "silent",
  check(cluster, report) {
    for (const node of cluster.nodes) {
      const networks = ownAddresses(node).flatMap(({ ip, prefix, at }) =>
        prefix === undefined ? [] : [{ ip, prefix, at }],
      );
      if (!node.facts.addressesKnown || networks.length < ownAddresses(node).length) continue;
      for (const balanced of balancedBy(node))
        for (const target of targetsOf(balanced)) {
          const { ip } = target;
          if (methodOf(balanced, target) !== "DR") continue;
          if (networks.some((network) => inSubnet(ip.value, network.ip, network.prefix))) continue;
          report(
            ip.word.at,
            `${target.kind} ${ip.value} is on no network of this director (${listed(networks.map(networkName))}): lb_kind DR cannot pass packets through a router`,
            {
              related: networks.slice(0, 1).map(({ at }) => ({ at, message: `an address of ${node.name}` })),
            },
          );
        }
    }
  },
});
