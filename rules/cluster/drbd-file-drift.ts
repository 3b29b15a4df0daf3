import { addTo, remembered } from "../../parsers/core/remembered.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { clusterRule } from "../rule.ts";
import { type Copy, reportDrift } from "./file-drift.ts";
import { flatSettings } from "./flat.ts";
import { type Cluster, documentsOf, type Node } from "./model.ts";

export const drbdFileDrift = clusterRule({
  id: "cluster/drbd-file-drift",
  severity: "error",
  summary: "All nodes of a DRBD resource must have the same configuration of it",
  daemon: "silent",
  check(cluster, report) {
    const copies = copiesOf(cluster);
    for (const of of copies.values())
      reportDrift(
        report,
        of,
        "each node connects with what its own file says",
        (keyword) => keyword === "shared-secret",
      );
  },
});

const settingsIn = remembered(({ block }: Statement) => flatSettings(block?.statements ?? []));

/** By "common" and the resources' names, those that more than one node has; of two on one node the first. */
function copiesOf({ nodes }: Cluster): ReadonlyMap<string, Copy[]> {
  const copies = new Map<string, Copy[]>();
  const add = (name: string, node: Node, statement: Statement): void => {
    if (copies.get(name)?.at(-1)?.node === node) return;
    const at = (statement.args[0] ?? statement.keyword).at;
    addTo(copies, name, { node, at, settings: settingsIn(statement) });
  };
  for (const node of nodes)
    for (const { model, root, whole } of documentsOf(node, drbd)) {
      if (model.common && root && whole) add("common", node, model.common.statement);
      for (const { name, statement, shown } of model.resources)
        if (!shown) add(`resource ${name.value}`, node, statement);
    }
  const shared = (of: readonly Copy[]): boolean =>
    sharesResource(
      of.map(({ node }) => node),
      copies,
    );
  return new Map([...copies].filter(([name, of]) => of.length > 1 && (name !== "common" || shared(of))));
}

/** Nodes of different clusters may well have different common sections. */
const sharesResource = (nodes: readonly Node[], copies: ReadonlyMap<string, readonly Copy[]>): boolean =>
  [...copies].some(
    ([name, of]) => name !== "common" && nodes.every((node) => of.some((copy) => copy.node === node)),
  );
