import { clusterRule } from "../rule.ts";
import { type GaleraNode, galeraNodes, ownAddress } from "./galera.ts";
import { addressHere, shortName } from "./machines.ts";
import type { Cluster } from "./model.ts";
import { isLoopback, plainIp } from "./net.ts";

export const galeraNodeAddressForeign = clusterRule({
  id: "cluster/galera-node-address-foreign",
  severity: "error",
  summary: "A node of a Galera cluster must announce an address that it has",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster);
    for (const member of members) {
      const setting = member.wsrep.nodeAddress;
      const address = setting && addressHere(member.node, setting.value.host);
      // cluster/galera-node-address-shared tells of an address that another one announces too.
      if (!setting || !address || members.some((other) => other !== member && ownAddress(other) === address))
        continue;
      const why = foreign(cluster, member, address);
      if (why)
        report(setting.value.hostWord.at, `wsrep_node_address ${setting.value.host} ${why.text}`, {
          related: why.related,
        });
    }
  },
});

/** What is wrong with the address that a machine announces; undefined: it is its own, or nothing tells. */
function foreign({ nodes }: Cluster, { node }: GaleraNode, address: string) {
  const { facts, name } = node;
  if (isLoopback(address)) return undefined;
  const own = facts.addresses.some(({ ip }) => plainIp(ip) === address);
  if (own) return undefined;
  if (facts.addressesKnown) return { text: "is on no interface of this node", related: [] };
  const named = facts.names.filter(({ ip }) => plainIp(ip) === address);
  const other = nodes.find(
    (one) => one !== node && named.some((fact) => shortName(fact.name) === shortName(one.name)),
  );
  const fact = other && named.find((one) => shortName(one.name) === shortName(other.name));
  const itself = named.some((one) => shortName(one.name) === shortName(name));
  return other && fact && !itself
    ? {
        text: `is the address of ${other.name}: who asks ${name} for the data asks ${other.name}`,
        related: [{ at: fact.at, message: `${address} is ${other.name}` }],
      }
    : undefined;
}
