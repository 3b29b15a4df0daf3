import type { Span } from "../../parsers/core/source.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { clusterRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { listed } from "./compare.ts";
import { shortName } from "./machines.ts";
import { documentsOf, type Node } from "./model.ts";

export const ocfs2NodeNotListed = clusterRule({
  id: "cluster/ocfs2-node-not-listed",
  severity: "error",
  summary: "Each node with a cluster.conf of OCFS2 must be one of its nodes, by its own name",
  daemon: "silent",
  check({ nodes }, report) {
    for (const node of nodes)
      for (const { model } of node.name === "" ? [] : documentsOf(node, ocfs2)) {
        const names = model.nodes.flatMap(({ name }) => name ?? []);
        if (!model.whole || names.length < model.nodes.length || names.length === 0) continue;
        if (names.some(({ value }) => value === node.name || value === shortName(node.name))) continue;
        const strangers = names.filter(({ value }) => !nodes.some(({ name }) => shortName(name) === value));
        const near =
          strangers.find(({ value }) => shortName(value) === shortName(node.name)) ??
          strangers.find(
            ({ value }) =>
              value ===
              nearest(
                node.name,
                strangers.map((one) => one.value),
              ),
          );
        const meant = near ?? (strangers.length === 1 ? strangers[0] : undefined);
        const known = names.some(({ value }) => nodes.some(({ name }) => shortName(name) === value));
        if (!known && !(near && node.nameAt)) continue;
        const at = meant?.word.at ?? model.clusters[0]?.name?.word.at ?? names[0]!.word.at;
        report(
          at,
          meant
            ? `name ${meant.value} is that of no node, and ${node.name} is not named: o2cb cannot start on ${node.name}`
            : `${node.name} is not among the nodes ${listed(names.map(({ value }) => value))}: o2cb cannot start here`,
          {
            related: node.nameAt ? [{ at: node.nameAt, message: "the name of this node" }] : [],
            ...(near
              ? {
                  fix: {
                    title: `replace with ${node.name}`,
                    safe: false,
                    edits: wordsOf(nodes, near.value).map((at) => ({ at, text: node.name })),
                  },
                }
              : {}),
          },
        );
      }
  },
});

/** Where the name stands in the file of each machine, which must stay the same file. */
const wordsOf = (nodes: readonly Node[], wanted: string): Span[] =>
  nodes
    .flatMap((node) => documentsOf(node, ocfs2))
    .flatMap(({ model }) => model.nodes)
    .flatMap(({ name }) => (name?.value === wanted ? [name.word.at] : []));
