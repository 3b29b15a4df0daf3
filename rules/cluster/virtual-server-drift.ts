import type { Span } from "../../parsers/core/source.ts";
import { clusterRule, type Report } from "../rule.ts";
import { type Aspect, realServerAspects, serverAspects } from "./balancing.ts";
import { type Balanced, balancedBy, directorPairs } from "./directors.ts";
import type { Node } from "./model.ts";
import { plainIp } from "./net.ts";
import { routersOf } from "./vrrp.ts";

export const virtualServerDrift = clusterRule({
  id: "cluster/virtual-server-drift",
  severity: "error",
  summary: "Directors that share a virtual address must balance it alike",
  daemon: "silent",
  check(cluster, report) {
    for (const [one, other] of directorPairs(cluster)) {
      const mine = byName(one);
      const theirs = byName(other);
      for (const balanced of mine.values()) {
        const twin = theirs.get(balanced.name);
        if (!twin) missing(balanced, one, other, report);
        else {
          const told = `virtual_server ${balanced.name} of the other director`;
          compare(serverAspects(balanced.server), serverAspects(twin.server), [balanced, twin], told, report);
          compareRealServers(balanced, twin, report);
        }
      }
      for (const balanced of theirs.values())
        if (!mine.has(balanced.name)) missing(balanced, other, one, report);
    }
  },
});

const byName = (node: Node) => new Map(balancedBy(node).map((balanced) => [balanced.name, balanced]));

const nameAt = ({ ip, server }: Balanced): Span => ip?.word.at ?? server.statement.keyword.at;

/** Only where both nodes hold the address can its service be expected on both. */
function missing(balanced: Balanced, node: Node, other: Node, report: Report): void {
  const { ip, name } = balanced;
  const theirs = routersOf(other)[0]?.document;
  if (!ip || !theirs?.root || !theirs.whole || !holds(node, ip.value) || !holds(other, ip.value)) return;
  report(
    ip.word.at,
    `virtual_server ${name} is not on ${other.name}: after a failover nobody answers there`,
    {
      related: balancedBy(other)
        .slice(0, 1)
        .map((one) => ({ at: nameAt(one), message: `a virtual_server of ${other.name}` })),
    },
  );
}

const holds = (node: Node, ip: string): boolean =>
  routersOf(node).some(({ instance }) =>
    [...instance.virtualIps, ...instance.excludedIps].some(
      (vip) => vip.ip && plainIp(vip.ip.value) === plainIp(ip),
    ),
  );

function compareRealServers(one: Balanced, other: Balanced, report: Report): void {
  const mine = realServerAspects(one.server);
  const theirs = realServerAspects(other.server);
  if (!mine || !theirs) return;
  const absent = (name: string, at: Span, without: Balanced): void =>
    report(
      at,
      `real_server ${name} is not on ${without.node.name}: after a failover it gets no connections`,
      {
        related: [{ at: nameAt(without), message: `virtual_server ${without.name} of the other director` }],
      },
    );
  for (const [name, { at, aspects }] of mine) {
    const twin = theirs.get(name);
    if (!twin) absent(name, at, other);
    else
      compare(
        aspects,
        twin.aspects,
        [one, other, at, twin.at],
        `real_server ${name} of the other director`,
        report,
      );
  }
  for (const [name, { at }] of theirs) if (!mine.has(name)) absent(name, at, one);
}

/** The aspects of both in one order; where one is not written, the name of the server stands for it. */
function compare(
  mine: readonly Aspect[],
  theirs: readonly Aspect[],
  [one, other, at = nameAt(one), otherAt = nameAt(other)]: readonly [Balanced, Balanced, Span?, Span?],
  told: string,
  report: Report,
): void {
  for (const [i, { keyword, value, consequence, ...aspect }] of mine.entries()) {
    const twin = theirs[i];
    if (twin?.keyword !== keyword) return;
    if (value === undefined || twin.value === undefined || value === twin.value) continue;
    report(aspect.at ?? at, `${keyword} ${value} here, ${twin.value} on ${other.node.name}: ${consequence}`, {
      related: [{ at: twin.at ?? otherAt, message: told }],
    });
  }
}
