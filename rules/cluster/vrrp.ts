import { remembered } from "../../parsers/core/remembered.ts";
import type { Setting } from "../../parsers/core/settings.ts";
import type { Span } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Address, Keepalived, VrrpInstance } from "../../parsers/keepalived/model.ts";
import type { Document } from "../rule.ts";
import { type Cluster, documentsOf, type Node } from "./model.ts";
import { familyOf, type Network, overlap, plainIp } from "./net.ts";

/** One vrrp_instance on one node. */
export interface Router {
  readonly node: Node;
  readonly document: Document<Keepalived>;
  readonly instance: VrrpInstance;
}

/** The instances on different nodes that stand for one virtual router, highest priority first. */
export type VirtualRouter = readonly Router[];

export const routersOf = remembered((node: Node): readonly Router[] =>
  documentsOf(node, keepalived).flatMap((document) =>
    document.model.vrrpInstances.map((instance) => ({ node, document, instance })),
  ),
);

/** "VI_1", or what stands for a name that is missing. */
export const instanceName = ({ instance }: Router): string => instance.name?.value ?? "vrrp_instance";

/** The instance's name, or its keyword. */
export const instanceAt = ({ instance }: Router): Span =>
  instance.name?.word.at ?? instance.statement.keyword.at;

/** The statement with this keyword in the instance, whatever its value. */
export const stated = ({ instance }: Router, keyword: string) =>
  instance.statement.block?.statements.findLast((statement) => statement.keyword.value === keyword);

/** A setting's value; the default where it is not written; undefined where it is written but cannot be read. */
export const valueOr = <T>(
  router: Router,
  keyword: string,
  setting: Setting<T> | undefined,
  absent: T,
): T | undefined => (setting ? setting.value : stated(router, keyword) ? undefined : absent);

/** The word that sets it, or the instance where it is not set. */
export const settingAt = (router: Router, setting: Setting<unknown> | undefined): Span =>
  setting?.word.at ?? instanceAt(router);

/** What the daemon takes: 255 for a MASTER without a priority, else 100 (vrrp.c). */
export const priorityOf = remembered((router: Router): number | undefined =>
  valueOr(
    router,
    "priority",
    router.instance.priority,
    router.instance.state?.value === "MASTER" ? 255 : 100,
  ),
);

/** The addresses of virtual_ipaddress, each once; undefined where one of them cannot be read. */
export function addressSet(addresses: readonly Address[]): ReadonlyMap<string, Address> | undefined {
  const set = new Map<string, Address>();
  for (const address of addresses) {
    if (!address.ip) return undefined;
    set.set(plainIp(address.ip.value), address);
  }
  return set;
}

const ipsOf = remembered(
  ({ instance }: Router): ReadonlySet<string> =>
    new Set(
      [...instance.virtualIps, ...instance.excludedIps].flatMap(({ ip }) => (ip ? [plainIp(ip.value)] : [])),
    ),
);

/** 4 or 6 by the first advertised address. */
export const familyOfRouter = ({ instance }: Router): 4 | 6 => {
  const ip = instance.virtualIps.find((address) => address.ip)?.ip ?? instance.unicastSrcIp;
  return ip ? familyOf(ip.value) : 4;
};

/** The networks of the interface that the instance speaks on; [] where nobody says. */
export const segmentsOf = remembered(({ node, instance }: Router): readonly Network[] =>
  node.facts.addresses.flatMap(({ ip, prefix, interface: device }) =>
    prefix !== undefined && device === instance.interface?.value ? [{ ip, prefix }] : [],
  ),
);

/** Whether the two can hear each other; unknown networks are no reason against it. */
export function sameSegment(a: Router, b: Router): boolean {
  const [left, right] = [segmentsOf(a), segmentsOf(b)];
  return (
    left.length === 0 || right.length === 0 || left.some((one) => right.some((other) => overlap(one, other)))
  );
}

export const sharesIp = (a: Router, b: Router): boolean => {
  const ips = ipsOf(b);
  for (const ip of ipsOf(a)) if (ips.has(ip)) return true;
  return false;
};

export const sameId = ({ instance: a }: Router, { instance: b }: Router): boolean =>
  a.virtualRouterId !== undefined && a.virtualRouterId.value === b.virtualRouterId?.value;

const likenesses = remembered((_: Router) => new WeakMap<Router, number>());

/** How surely two instances are one virtual router; 0: they are not. */
function likeness(a: Router, b: Router): number {
  const known = likenesses(a).get(b);
  if (known !== undefined) return known;
  const found = compared(a, b);
  likenesses(a).set(b, found);
  return found;
}

function compared(a: Router, b: Router): number {
  const ip = sharesIp(a, b);
  const id = sameId(a, b) && familyOfRouter(a) === familyOfRouter(b);
  const name = a.instance.name !== undefined && a.instance.name.value === b.instance.name?.value;
  const device = a.instance.interface?.value === b.instance.interface?.value;
  if (!sameSegment(a, b) && !ip) return 0;
  return (ip ? 8 : 0) + (id ? 4 : 0) + (name && (ip || id) ? 2 : 0) + (device && (ip || id) ? 1 : 0);
}

/**
 * The virtual routers of a cluster: instances that share an address or an id, at most one of each node. What is left
 * alone on two nodes that share other routers, or are the only ones with VRRP, is joined by name.
 */
export const virtualRouters = remembered((cluster: Cluster): readonly VirtualRouter[] => joined(cluster));

function joined(cluster: Cluster): VirtualRouter[] {
  const routers = cluster.nodes.flatMap(routersOf);
  const groups = new Map(routers.map((router): [Router, Router[]] => [router, [router]]));
  const join = (a: Router, b: Router): void => {
    const [left, right] = [groups.get(a)!, groups.get(b)!];
    if (left === right || left.some(({ node }) => right.some((other) => other.node === node))) return;
    left.push(...right);
    for (const router of right) groups.set(router, left);
  };
  const pairs = pairsOf(routers).filter(([a, b]) => a.node !== b.node);
  const likely = pairs
    .map(([a, b]) => ({ a, b, likeness: likeness(a, b) }))
    .filter((pair) => pair.likeness > 0);
  for (const { a, b, likeness: how } of likely.sort((left, right) => right.likeness - left.likeness))
    if (how >= 8 || mayJoin(how, groups.get(a)!.length, groups.get(b)!.length)) join(a, b);
  const partners = (a: Node, b: Node): boolean =>
    [...groups.values()].some((group) =>
      [a, b].every((node) => group.some((router) => router.node === node)),
    );
  const only = new Set(routers.map(({ node }) => node)).size === 2;
  const alone = (router: Router): boolean => groups.get(router)!.length === 1;
  for (const [a, b] of pairs)
    if (alone(a) && alone(b) && (only || partners(a.node, b.node)) && sameSegment(a, b) && sameName(a, b))
      join(a, b);
  return [...new Set(groups.values())].map((group) => [...group].sort(byRank));
}

/** Without a shared address an id joins two that are alone, and id and name one that is alone to a group. */
const mayJoin = (how: number, left: number, right: number): boolean =>
  left + right === 2 || (how >= 6 && (left === 1 || right === 1));

const sameName = ({ instance: a }: Router, { instance: b }: Router): boolean =>
  a.name !== undefined && a.name.value === b.name?.value && a.interface?.value === b.interface?.value;

const byRank = (a: Router, b: Router): number =>
  (priorityOf(b) ?? 0) - (priorityOf(a) ?? 0) || (a.node.name < b.node.name ? -1 : 1);

const pairsOf = <T>(members: readonly T[]): (readonly [T, T])[] =>
  members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const));

/**
 * The VRRP version an instance speaks: its own, else vrrp_version, else 3 for IPv6 and 2 for IPv4 (vrrp_data.c).
 * undefined where a part of a configuration leaves it to globals that are not at hand.
 */
export const versionOf = remembered((router: Router): number | undefined => {
  const { instance, document } = router;
  const own = valueOr(router, "version", instance.version, 0);
  if (own !== 0) return own;
  const { vrrpVersion, blocks } = document.model.globals;
  if (vrrpVersion) return familyOfRouter(router) === 6 ? 3 : vrrpVersion.value;
  const unread = blocks.some(({ block }) =>
    block?.statements.some(({ keyword }) => keyword.value === "vrrp_version"),
  );
  if (unread || !document.root || !document.whole) return undefined;
  return familyOfRouter(router) === 6 ? 3 : 2;
});
