import { corosync } from "../../parsers/corosync/index.ts";
import type { ClusterNode, Corosync, RingAddress } from "../../parsers/corosync/model.ts";
import type { Document } from "../rule.ts";
import { nodeOfAddress, ownAddresses, shortName } from "./machines.ts";
import { type Cluster, documentsOf, type Node } from "./model.ts";
import { plainIp } from "./net.ts";

/** A machine that has a corosync.conf, with what it says. */
export interface CorosyncNode {
  readonly node: Node;
  readonly document: Document<Corosync>;
  readonly model: Corosync;
}

/** The machines with a corosync.conf of their own, by their names. */
export const corosyncNodes = (cluster: Cluster): CorosyncNode[] =>
  cluster.nodes.flatMap((node): CorosyncNode[] => {
    const [document] = documentsOf(node, corosync).filter(({ root }) => root);
    return document && node.name !== "" ? [{ node, document, model: document.model }] : [];
  });

/** The address that a ring has on this machine: as written, or as /etc/hosts resolves the name there; undefined: not known. */
export const resolved = ({ facts }: Node, { value, numeric }: RingAddress): string | undefined => {
  if (numeric) return plainIp(value);
  const fact = facts.names.find(({ name }) => name === value);
  return fact && plainIp(fact.ip);
};

/** How surely an entry of a nodelist is this machine. */
export type Likeness = "it" | "another" | "unknown";

/** Whether an entry of the nodelist is this machine, as corosync looks for itself: by name, short or long, then by address. */
export function likeness(entry: ClusterNode, node: Node, cluster: Cluster): Likeness {
  if (entry.name && shortName(entry.name.value) === shortName(node.name)) return "it";
  const told = entry.addresses.map((address): Likeness => {
    if (!address.numeric && shortName(address.value) === shortName(node.name)) return "it";
    const ip = resolved(node, address);
    if (ip === undefined) return "unknown";
    if (ownAddresses(node).some((own) => plainIp(own.ip) === ip)) return "it";
    if (
      node.facts.names.some(
        ({ name, ip: of }) => plainIp(of) === ip && shortName(name) === shortName(node.name),
      )
    )
      return "it";
    const owner = nodeOfAddress(cluster, ip);
    if (owner) return owner === node ? "it" : "another";
    return node.facts.addressesKnown ? "another" : "unknown";
  });
  if (told.includes("it")) return "it";
  return told.length > 0 && told.every((one) => one === "another") ? "another" : "unknown";
}

/** What messages call an entry: its name, else its first address, else its id. */
export const labelOf = ({ name, addresses, nodeid }: ClusterNode): string =>
  name?.value ?? addresses[0]?.value ?? (nodeid ? `node ${nodeid.value}` : "a node");
