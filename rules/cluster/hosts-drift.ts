import { addTo } from "../../parsers/core/remembered.ts";
import { type Span, span } from "../../parsers/core/source.ts";
import { hosts } from "../../parsers/hosts/index.ts";
import { clusterRule, type Report } from "../rule.ts";
import { differences, listed, valuesBy } from "./compare.ts";
import { nodeOfAddress, shortName } from "./machines.ts";
import { type Cluster, documentsOf, type NameFact, type Node } from "./model.ts";
import { isLoopback, plainIp } from "./net.ts";

export const hostsDrift = clusterRule({
  id: "cluster/hosts-drift",
  severity: "error",
  summary: "All nodes must agree on the addresses that names stand for",
  daemon: "silent",
  check(cluster, report) {
    const nodes = cluster.nodes.filter((node) => node.facts.names.length > 0);
    const lone = new Map<Node, Told[]>();
    const known = new Map(nodes.map((node) => [node, firstOf(node)]));
    for (const name of namesOf(cluster)) {
      const told = nodes.flatMap((node) => {
        const fact = known.get(node)?.get(name);
        return fact ? [{ node, fact }] : [];
      });
      for (const { one, others } of differences(told, ({ fact }) => plainIp(fact.ip)))
        report(
          one.fact.ipAt,
          `${name} is ${one.fact.ip} here, ${valuesBy(
            others,
            ({ fact }) => fact.ip,
            ({ node }) => node.name,
          )}: the nodes speak of different machines`,
          {
            ...(isMember(cluster, name) ? {} : { severity: "warning" as const }),
            related: others.map(({ fact, node }) => ({ at: fact.ipAt, message: `${name} on ${node.name}` })),
          },
        );
      if (told.length === 0 || !isNode(cluster, name)) continue;
      const without = nodes.filter((node) => !told.some((one) => one.node === node) && !mentions(node, name));
      const used = without.length > 0 && isUsed(cluster, name);
      const [only, ...more] = without;
      if (!used && only && more.length === 0 && told.some(({ node }) => namesOthers(cluster, node)))
        addTo(lone, only, told);
      for (const node of used ? without : []) reportMissing(report, node, [told], "warning");
    }
    for (const [node, names] of lone) reportMissing(report, node, names, "info");
  },
});

/** A name with the machines whose /etc/hosts have it. */
type Told = readonly { readonly node: Node; readonly fact: NameFact }[];

function reportMissing(
  report: Report,
  node: Node,
  missing: readonly Told[],
  severity: "warning" | "info",
): void {
  const names = listed(missing.map((told) => told[0]!.fact.name));
  const by = listed([...new Set(missing.flat().map((one) => one.node.name))]);
  const verb = missing.length === 1 ? "is" : "are";
  report(
    placeIn(node),
    `${names} ${verb} missing: ${by} can find ${missing.length === 1 ? "it" : "them"} by name, this node cannot`,
    {
      severity,
      related: missing.flat().map(({ fact }) => ({ at: fact.at, message: `${fact.name} is ${fact.ip}` })),
    },
  );
}

const isNode = ({ nodes }: Cluster, name: string): boolean => nodes.some((node) => node.name === name);

/** Its /etc/hosts lists the cluster's machines, not itself alone. */
const namesOthers = (cluster: Cluster, node: Node): boolean =>
  node.facts.names.some(({ name, ip }) => name !== node.name && !isLoopback(ip) && isNode(cluster, name));

/** Names that belong to no loopback address alone, in the order of the files. */
const namesOf = ({ nodes }: Cluster): Set<string> =>
  new Set(
    nodes.flatMap(({ facts }) => facts.names.flatMap(({ name, ip }) => (isLoopback(ip) ? [] : [name]))),
  );

/** Whether nodes talk to each other by this name: it is a node's, or some file gives it a node's address. */
const isMember = (cluster: Cluster, name: string): boolean =>
  isNode(cluster, shortName(name)) ||
  cluster.nodes.some(({ facts }) =>
    facts.names.some((fact) => fact.name === name && !isLoopback(fact.ip) && nodeOfAddress(cluster, fact.ip)),
  );

/** By name the first address that is no loopback: cross/own-name-on-loopback tells of the others. */
function firstOf({ facts }: Node): ReadonlyMap<string, NameFact> {
  const first = new Map<string, NameFact>();
  for (const fact of facts.names)
    if (!isLoopback(fact.ip) && !first.has(fact.name)) first.set(fact.name, fact);
  return first;
}

const mentions = ({ facts }: Node, name: string): boolean => facts.names.some((fact) => fact.name === name);

/** Whether some file has the name where an address stands: `db1:3306`, `gcomm://db1,db2`, `ring0_addr: db1`, `nfs1:/srv`. */
function isUsed({ nodes }: Cluster, name: string): boolean {
  const word = name.replace(/[^\w-]/g, "\\$&");
  const asAddress = new RegExp(
    `(?:://|[,@]|(?:\\bhost|_addr)\\s*[=:]\\s*|\\bremote-host\\s+)${word}(?![\\w.-])|(?<![\\w.-])${word}:[\\d/]`,
  );
  return nodes.some(({ documents }) => documents.some(({ tree }) => asAddress.test(tree.source.text)));
}

const placeIn = (node: Node): Span => {
  const { source, statements } = documentsOf(node, hosts)[0]!.tree;
  return statements[0]?.keyword.at ?? span(source, 0, 0);
};
