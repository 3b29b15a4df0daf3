import { addTo, grouped } from "../../parsers/core/remembered.ts";
import { type Span, span } from "../../parsers/core/source.ts";
import { clusterRule } from "../rule.ts";
import { differences, listed, valuesBy } from "./compare.ts";
import type { Cluster, Node } from "./model.ts";
import { servedBy } from "./real-servers.ts";
import { sysctlFiles } from "./settings.ts";
import { virtualRouters } from "./vrrp.ts";

export const sysctlDrift = clusterRule({
  id: "cluster/sysctl-drift",
  severity: "info",
  summary: "Machines that stand in for each other should have the same kernel settings of the network",
  byAbsence: true,
  daemon: "silent",
  check(cluster, report) {
    const told = new Set<string>();
    for (const nodes of twins(cluster)) {
      const drifts = driftsOf(nodes).filter(({ node, key }) => {
        const once = `${node.name} ${key}`;
        return !told.has(once) && told.add(once);
      });
      for (const { node, key, others } of drifts) {
        const own = node.facts.sysctl.get(key);
        if (own)
          report(
            own.at,
            `${key} is ${own.value} here, ${valuesIn(others, key)}: ${twin}`,
            relatedTo(others, [key]),
          );
      }
      const missing = drifts.filter(({ node, key }) => !node.facts.sysctl.has(key));
      for (const [node, of] of grouped(missing, (drift) => drift.node)) {
        const settings = of.map(({ key, others }) => `${key}=${others[0]!.facts.sysctl.get(key)!.value}`);
        const keys = of.map(({ key }) => key);
        report(placeIn(node), `${listed(settings)} is not set here: ${twin}`, relatedTo(of[0]!.others, keys));
      }
    }
  },
});

const twin = "the machines stand in for each other";

/** A key that a machine sets otherwise than the others, or not at all. */
interface Drift {
  readonly node: Node;
  readonly key: string;
  readonly others: readonly Node[];
}

function driftsOf(nodes: readonly Node[]): Drift[] {
  const keys = new Set(nodes.flatMap(({ facts }) => [...facts.sysctl.keys()].filter(isShared)));
  return [...keys].flatMap((key) =>
    differences(nodes, ({ facts }) => facts.sysctl.get(key)?.value ?? "").map(({ one, others }) => {
      const [other, ...more] = others;
      const has = (node: Node): boolean => node.facts.sysctl.has(key);
      // Of two machines the one without such a line is told, whichever comes first.
      return other && more.length === 0 && has(one) && !has(other)
        ? { node: other, key, others: [one] }
        : { node: one, key, others };
    }),
  );
}

const valuesIn = (nodes: readonly Node[], key: string): string =>
  valuesBy(
    nodes,
    ({ facts }) => facts.sysctl.get(key)?.value ?? "not set",
    ({ name }) => name,
  );

const relatedTo = (nodes: readonly Node[], keys: readonly string[]) => ({
  related: keys.flatMap((key) =>
    nodes.flatMap(({ facts }) => {
      const fact = facts.sysctl.get(key);
      return fact ? [{ at: fact.at, message: "the other machine" }] : [];
    }),
  ),
});

/** The machines of one virtual router, and the real servers of one virtual server, that show a file of sysctl. */
function twins(cluster: Cluster): readonly (readonly Node[])[] {
  const served = new Map<unknown, Node[]>();
  for (const { balanced, node } of servedBy(cluster)) addTo(served, balanced.server, node);
  return [...virtualRouters(cluster).map((routers) => routers.map(({ node }) => node)), ...served.values()]
    .map((nodes) => [...new Set(nodes)].filter((node) => sysctlFiles(node).length > 0))
    .filter((nodes) => nodes.length > 1);
}

/** Names of interfaces may differ from machine to machine. */
const isShared = (key: string): boolean =>
  key.startsWith("net.") && !/\.(?:conf|neigh)\.(?!(?:all|default|lo)\.)/.test(key);

const placeIn = (node: Node): Span => {
  const { source, statements } = sysctlFiles(node).at(-1)!.tree;
  return statements[0]?.keyword.at ?? span(source, 0, 0);
};
