import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { nodesByShortName, ownAddresses } from "./machines.ts";
import { isLoopback, plainIp } from "./net.ts";

export const nameOfWrongNode = clusterRule({
  id: "cluster/name-of-wrong-node",
  severity: "error",
  summary: "The address that /etc/hosts gives a node's name must be one of that node",
  daemon: "silent",
  check(cluster, report) {
    const nodes = nodesByShortName(cluster);
    for (const { facts } of cluster.nodes)
      for (const { name, ip, ipAt, at } of facts.names) {
        const node = nodes.get(name);
        if (!node?.facts.addressesKnown || isLoopback(ip)) continue;
        const own = node.facts.addresses;
        if (own.some((address) => plainIp(address.ip) === plainIp(ip))) continue;
        const addresses = ownAddresses(node);
        report(ipAt, `${name} is ${ip} here, but ${name} has ${listed(addresses.map((one) => one.ip))}`, {
          related: [
            { at, message: `the name of the node ${node.name}` },
            ...addresses.slice(0, 1).map((one) => ({ at: one.at, message: `an address of ${node.name}` })),
          ],
        });
      }
  },
});
