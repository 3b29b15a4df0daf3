import { addTo, remembered } from "../../parsers/core/remembered.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { Related } from "../rule.ts";
import { type Balanced, balancedBy, type Target, targetsOf } from "./directors.ts";
import { nodeOfAddress } from "./machines.ts";
import type { AddressFact, Cluster, Node } from "./model.ts";
import { plainIp } from "./net.ts";

/** A target of a virtual server that is a known machine. */
export interface Served {
  readonly balanced: Balanced;
  readonly target: Target;
  readonly node: Node;
}

/** How the director passes packets on: the target's own method, else the virtual server's; NAT where none is written. */
export function methodOf({ server }: Balanced, target: Target): string {
  const own = target.kind === "real_server" ? target.entry.lvsMethod?.value : undefined;
  return own ?? server.kind?.value ?? "NAT";
}

/** Every target that is a machine of this cluster, of every director. */
export const servedBy = remembered((cluster: Cluster): readonly Served[] =>
  cluster.nodes.flatMap(balancedBy).flatMap((balanced) =>
    targetsOf(balanced).flatMap((target): Served[] => {
      const node = nodeOfAddress(cluster, target.ip.value);
      return node ? [{ balanced, target, node }] : [];
    }),
  ),
);

/** A machine that gets packets for a virtual address unchanged, and so must take the address for its own. */
export interface VipServer {
  readonly node: Node;
  /** The virtual address. */
  readonly vip: string;
  /** The targets that say so, on all directors. */
  readonly served: readonly Served[];
}

/** The real servers of lb_kind DR, each once for each virtual address. A director that serves itself is none. */
export const directServers = remembered((cluster: Cluster) => serversBy(cluster, "DR"));

/** The real servers of lb_kind TUN, each once for each virtual address. */
export const tunnelServers = remembered((cluster: Cluster) => serversBy(cluster, "TUN"));

function serversBy(cluster: Cluster, method: "DR" | "TUN"): readonly VipServer[] {
  const found = new Map<Node, Map<string, Served[]>>();
  for (const one of servedBy(cluster)) {
    const { balanced, target, node } = one;
    if (!balanced.ip || methodOf(balanced, target) !== method) continue;
    const vip = plainIp(balanced.ip.value);
    if (node.facts.vips.some(({ ip }) => plainIp(ip) === vip)) continue;
    const byVip = found.get(node) ?? new Map<string, Served[]>();
    addTo(byVip, vip, one);
    found.set(node, byVip);
  }
  return [...found].flatMap(([node, byVip]) => [...byVip].map(([vip, served]) => ({ node, vip, served })));
}

/** Where the node holds this address. */
export const holdings = ({ facts }: Node, ip: string): AddressFact[] =>
  facts.addresses.filter((address) => plainIp(address.ip) === ip);

/** Interfaces that no neighbour can ask: the place for a virtual address on a real server. */
export const isInternal = ({ interface: device }: AddressFact): boolean => /^(?:lo|dummy\d*)$/.test(device);

/** The first entry of each director that sends packets here. */
export function directorsOf({ served }: VipServer): readonly Related[] {
  const first = new Map<Node, Span>();
  for (const { balanced, target } of served)
    if (!first.has(balanced.node)) first.set(balanced.node, target.ip.word.at);
  return [...first].map(([{ name }, at]) => ({
    at,
    message: `${name} sends the packets of ${served[0]!.balanced.ip?.value} here`,
  }));
}

/** Commands of interfaces(5) and rc.local can do by hand what halint looks for elsewhere. */
export const mentions = (
  { documents }: Node,
  pattern: RegExp,
  formats: readonly string[] = ["interfaces", "rc-local"],
): boolean =>
  documents.some(({ format, tree }) => formats.includes(format.id) && pattern.test(tree.source.text));

/** The interface of this node that has the address. */
export const deviceWith = (node: Node, ip: string): AddressFact | undefined =>
  holdings(node, plainIp(ip)).find((address) => !isInternal(address));

/** The first file of interfaces(5) that says where the loopback interface or any other comes from. */
export const networkAt = ({ facts }: Node): Span | undefined =>
  (facts.interfaces.find(({ name }) => name === "lo") ?? facts.interfaces[0])?.at;
