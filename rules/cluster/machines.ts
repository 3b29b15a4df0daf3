import { remembered } from "../../parsers/core/remembered.ts";
import { isIp } from "../../parsers/core/types.ts";
import type { Cluster, Node } from "./model.ts";
import { isLoopback, plainIp } from "./net.ts";

/** The machine's name up to its first dot. */
export const shortName = (name: string): string => name.split(".")[0]!;

/** The address that a host is reached by on this machine: itself, or what its /etc/hosts gives the name first; undefined: not known. */
export function addressHere({ facts }: Node, host: string): string | undefined {
  if (isIp(host)) return plainIp(host);
  const fact = facts.names.find(({ name }) => name === host);
  return fact && plainIp(fact.ip);
}

/** The addresses that a node has for itself: not those of `lo`, where real servers hold the virtual ones. */
export const ownAddresses = ({ facts }: Node) =>
  facts.addresses.filter((address) => address.interface !== "lo");

/** Who has which address, by interfaces and by what some /etc/hosts names. */
const directory = remembered(({ nodes }: Cluster) => {
  const owners = new Map<string, Node>();
  const names = new Map<string, Set<string>>();
  for (const node of nodes) {
    for (const { ip } of ownAddresses(node)) {
      const plain = plainIp(ip);
      if (!owners.has(plain)) owners.set(plain, node);
    }
    for (const { ip, name } of node.facts.names) {
      const plain = plainIp(ip);
      names.set(plain, (names.get(plain) ?? new Set()).add(shortName(name)));
    }
  }
  return { owners, names };
});

/** The node that has this address: by its interfaces, else by the name that some /etc/hosts gives the address. */
export function nodeOfAddress(cluster: Cluster, address: string): Node | undefined {
  const ip = plainIp(address);
  const { owners, names } = directory(cluster);
  const owner = owners.get(ip);
  if (owner || isLoopback(ip)) return owner;
  const known = names.get(ip);
  return known && cluster.nodes.find((node) => !node.facts.addressesKnown && known.has(shortName(node.name)));
}

/** The nodes by their names up to the first dot, those without one left out; of two with one name the first. */
export const nodesByShortName = remembered(({ nodes }: Cluster): ReadonlyMap<string, Node> => {
  const named = nodes.filter(({ name }) => name !== "");
  return new Map(named.reverse().map((node) => [shortName(node.name), node]));
});
