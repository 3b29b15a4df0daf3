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

/** The node that has this address: by its interfaces, else by the name that some /etc/hosts gives the address. */
export function nodeOfAddress(cluster: Cluster, address: string): Node | undefined {
  const ip = plainIp(address);
  const owner = cluster.nodes.find((node) => ownAddresses(node).some((one) => plainIp(one.ip) === ip));
  if (owner || isLoopback(ip)) return owner;
  const names = cluster.nodes.flatMap(({ facts }) =>
    facts.names.flatMap((fact) => (plainIp(fact.ip) === ip ? [shortName(fact.name)] : [])),
  );
  return cluster.nodes.find((node) => !node.facts.addressesKnown && names.includes(shortName(node.name)));
}
