import type { Version } from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { isIp4 } from "../../parsers/core/types.ts";
import { transportOf } from "../../parsers/corosync/effective.ts";
import type { ClusterNode, Corosync, RingAddress } from "../../parsers/corosync/model.ts";

/** The addresses of each link over all nodes, links in order. */
export function linksOf(nodes: readonly ClusterNode[]): ReadonlyMap<number, readonly RingAddress[]> {
  const links = new Map<number, RingAddress[]>();
  for (const { addresses } of nodes)
    for (const address of addresses) {
      const known = links.get(address.link);
      if (known) known.push(address);
      else links.set(address.link, [address]);
    }
  return new Map([...links].sort(([a], [b]) => a - b));
}

/** The word for a node in a message: its name, its first address, or "a node". */
export const calledOf = ({ name, addresses, nodeid }: ClusterNode): string =>
  name?.value ?? addresses[0]?.value ?? (nodeid ? `node ${nodeid.value}` : "a node");

/** The place of a node's header. */
export const nodeWord = ({ statement }: ClusterNode): Word => statement.keyword;

/** knet is in use, as the file says or because nothing else is said; false where that cannot be known. */
export const isKnet = (model: Corosync, version: Version | undefined): boolean =>
  transportOf(model, version) === "knet";

/** Multicast or unicast UDP of corosync 2, in use or meant; false where that cannot be known. */
export const isUdp = (model: Corosync, version: Version | undefined): boolean =>
  ["udp", "udpu"].includes(transportOf(model, version) ?? "");

/** The first octets of an IPv4 address, as many as the bits of a usual network have; undefined for others. */
export const networkOf = (address: string, octets: number): string | undefined =>
  isIp4(address) ? address.split(".").slice(0, octets).join(".") : undefined;

/** 127.0.0.0/8 or ::1. */
export const isLoopback = (address: string): boolean =>
  (isIp4(address) && address.startsWith("127.")) || /^(?:0*:){2,7}0*1$/.test(address) || address === "::1";
