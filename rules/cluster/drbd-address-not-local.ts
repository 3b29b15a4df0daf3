import { drbd } from "../../parsers/drbd/index.ts";
import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { hostOf } from "./facts-storage.ts";
import { nodeOfAddress, ownAddresses } from "./machines.ts";
import { modelsOf } from "./model.ts";
import { plainIp } from "./net.ts";

export const drbdAddressNotLocal = clusterRule({
  id: "cluster/drbd-address-not-local",
  severity: "error",
  summary: "The DRBD address of a host must be an address of that node",
  daemon: "silent",
  check(cluster, report) {
    for (const node of cluster.nodes)
      for (const { resources } of modelsOf(node, drbd))
        for (const resource of resources) {
          const address = hostOf(resource, node.name)?.address;
          if (!address) continue;
          const owner = nodeOfAddress(cluster, address.ip);
          const own = ownAddresses(node);
          if (owner === node || own.some(({ ip }) => plainIp(ip) === plainIp(address.ip))) continue;
          if (!owner && !node.facts.addressesKnown) continue;
          const whose = owner
            ? `is the address of ${owner.name}`
            : `is no address of ${node.name}, which has ${listed(own.map(({ ip }) => ip))}`;
          report(
            address.at,
            `${address.ip} ${whose}: resource ${resource.name.value} never comes up on ${node.name}`,
            {
              related: own.slice(0, 1).map(({ at }) => ({ at, message: `an address of ${node.name}` })),
            },
          );
        }
  },
});
