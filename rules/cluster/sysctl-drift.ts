import { addTo } from "../../parsers/core/remembered.ts";
import { type Span, span } from "../../parsers/core/source.ts";
import { sysctl } from "../../parsers/sysctl/index.ts";
import { clusterRule } from "../rule.ts";
import { differences, listed, valuesBy } from "./compare.ts";
import { type Cluster, documentsOf, type Node, type SysctlFact } from "./model.ts";
import { servedBy } from "./real-servers.ts";
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
      const missing = new Map<Node, { key: string; others: readonly SysctlFact[] }[]>();
      for (const key of new Set(nodes.flatMap(({ facts }) => [...facts.sysctl.keys()].filter(isShared)))) {
        const factOf = ({ facts }: Node): SysctlFact | undefined => facts.sysctl.get(key);
        for (const { one, others } of differences(nodes, (node) => factOf(node)?.value ?? "")) {
          // Of two machines the one that has no such line is told, whichever comes first.
          const [node, rest] = sided(one, others, factOf);
          const once = `${node.name} ${key}`;
          if (told.has(once)) continue;
          told.add(once);
          const facts = rest.flatMap((other) => factOf(other) ?? []);
          const own = factOf(node);
          if (!own) addTo(missing, node, { key, others: facts });
          else
            report(
              own.at,
              `${key} is ${own.value} here, ${valuesBy(
                rest,
                (other) => factOf(other)?.value ?? "not set",
                ({ name }) => name,
              )}: the machines stand in for each other`,
              { related: facts.map(({ at }) => ({ at, message: "the other machine" })) },
            );
        }
      }
      for (const [node, of] of missing)
        report(
          placeIn(node),
          `${listed(of.map(({ key, others }) => `${key}=${others[0]?.value ?? ""}`))} is not set here: the machines stand in for each other`,
          {
            related: of.flatMap(({ others }) =>
              others.map(({ at }) => ({ at, message: "the other machine" })),
            ),
          },
        );
    }
  },
});

/** The machines of one virtual router, and the real servers of one virtual server, that show a file of sysctl. */
function twins(cluster: Cluster): readonly (readonly Node[])[] {
  const served = new Map<unknown, Node[]>();
  for (const { balanced, node } of servedBy(cluster)) addTo(served, balanced.server, node);
  return [...virtualRouters(cluster).map((routers) => routers.map(({ node }) => node)), ...served.values()]
    .map((nodes) => [...new Set(nodes)].filter((node) => documentsOf(node, sysctl).some(isPart)))
    .filter((nodes) => nodes.length > 1);
}

/** The stock sysctl.conf alone says nothing of what stands in sysctl.d. */
const isPart = ({ path, tree }: { path: string; tree: { statements: readonly unknown[] } }): boolean =>
  tree.statements.length > 0 || /\/sysctl\.d\//.test(path);

/** Names of interfaces may differ from machine to machine. */
const isShared = (key: string): boolean =>
  key.startsWith("net.") && !/\.(?:conf|neigh)\.(?!(?:all|default|lo)\.)/.test(key);

/** Where one machine stands against one, the machine without the setting is the one to be told. */
function sided(
  one: Node,
  others: readonly Node[],
  factOf: (node: Node) => SysctlFact | undefined,
): readonly [Node, readonly Node[]] {
  const [other, ...more] = others;
  return other && more.length === 0 && factOf(one) && !factOf(other) ? [other, [one]] : [one, others];
}

const placeIn = (node: Node): Span => {
  const { source, statements } = documentsOf(node, sysctl).findLast(isPart)!.tree;
  return statements[0]?.keyword.at ?? span(source, 0, 0);
};
