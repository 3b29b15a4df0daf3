import type { Span } from "../../parsers/core/source.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { clusterRule } from "../rule.ts";
import { type CorosyncNode, corosyncNodes } from "./corosync.ts";
import { addressHere, nodeOfAddress, shortName } from "./machines.ts";
import { managedDrbds } from "./managed-drbd.ts";
import { type Cluster, documentsOf, type Node } from "./model.ts";

export const corosyncNameMismatch = clusterRule({
  id: "cluster/corosync-name-mismatch",
  severity: "warning",
  summary: "A node should have the name of its machine in corosync.conf",
  daemon: "silent",
  check(cluster, report) {
    const all = corosyncNodes(cluster);
    for (const { node, model } of all)
      for (const { name, addresses } of model.nodes) {
        const owners = addresses.map((address) => {
          const ip = addressHere(node, address.value);
          return ip === undefined ? undefined : nodeOfAddress(cluster, ip);
        });
        const owner = owners.find((one) => one !== undefined);
        if (
          !name ||
          !owner ||
          !isHostName(owner, cluster) ||
          owners.some((one) => one !== undefined && one !== owner)
        )
          continue;
        if (owner.name === name.value || (isSameMachine(owner.name, name.value) && !hasStorage(cluster)))
          continue;
        report(
          name.word.at,
          `name ${name.value} is the machine ${owner.name}: what goes by the host name (DRBD, OCFS2, the agents) knows no ${name.value}`,
          {
            related: owner.nameAt ? [{ at: owner.nameAt, message: "the name of the machine" }] : [],
            fix: {
              title: `replace with ${owner.name}`,
              safe: false,
              edits: wordsOf(all, name.value).map((at) => ({ at, text: owner.name })),
            },
          },
        );
      }
  },
});

/** One has the domain and the other does not, as pcs names the nodes of machines with full names. */
const isSameMachine = (a: string, b: string): boolean => a !== b && shortName(a) === shortName(b);

/** DRBD and OCFS2 compare their own names with the host's. */
const hasStorage = (cluster: Cluster): boolean =>
  managedDrbds(cluster).length > 0 ||
  cluster.nodes.some((node) => documentsOf(node, drbd).length > 0 || documentsOf(node, ocfs2).length > 0);

/** Where the name stands in the file of each machine, which must stay the same file. */
const wordsOf = (all: readonly CorosyncNode[], wanted: string): Span[] =>
  all.flatMap(({ model }) =>
    model.nodes.flatMap(({ name }) => (name?.value === wanted ? [name.word.at] : [])),
  );

/** The machine's name is not a mere label of halint's: its own file says so, or some /etc/hosts. */
const isHostName = ({ name, nameAt }: Node, { nodes }: Cluster): boolean =>
  nameAt !== undefined ||
  nodes.some(({ facts }) => facts.names.some((fact) => shortName(fact.name) === shortName(name)));
