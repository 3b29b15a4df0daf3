import { corosync } from "../../parsers/corosync/index.ts";
import type { ClusterNode, Corosync } from "../../parsers/corosync/model.ts";
import type { Document } from "../rule.ts";
import { addressHere, nodeOfAddress, ownAddresses, shortName } from "./machines.ts";
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

/** How surely an entry of a nodelist is this machine. */
export type Likeness = "it" | "another" | "unknown";

/** Whether an entry of the nodelist is this machine, as corosync looks for itself: by name, short or long, then by address. */
export function likeness(entry: ClusterNode, node: Node, cluster: Cluster): Likeness {
  if (entry.name && shortName(entry.name.value) === shortName(node.name)) return "it";
  const told = entry.addresses.map((address): Likeness => {
    if (!address.numeric && shortName(address.value) === shortName(node.name)) return "it";
    const ip = addressHere(node, address.value);
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
