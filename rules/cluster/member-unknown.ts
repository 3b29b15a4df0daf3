import type { Word } from "../../parsers/core/tree.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { corosyncNodes } from "./corosync.ts";
import { shortName } from "./machines.ts";
import { documentsOf, type Node } from "./model.ts";

export const memberUnknown = clusterRule({
  id: "cluster/member-unknown",
  severity: "warning",
  summary: "DRBD and OCFS2 should name the machines that corosync names",
  byAbsence: true,
  daemon: "silent",
  check(cluster, report) {
    const [list] = corosyncNodes(cluster);
    const names = list?.model.nodes.flatMap(({ name }) => name ?? []) ?? [];
    if (!list?.model.certain || names.length < 2 || names.length < list.model.nodes.length) return;
    const isMember = ({ value }: Word): boolean =>
      names.some((name) => shortName(name.value).toLowerCase() === shortName(value).toLowerCase());
    for (const { what, words } of cluster.nodes.flatMap(namedBy)) {
      if (!words.some(isMember)) continue;
      for (const word of words)
        if (!word.hole && !isMember(word))
          report(
            word.at,
            `${word.value} of ${what} is no node of corosync, which has ${listed(names.map(({ value }) => value))}`,
            { related: [{ at: names[0]!.word.at, message: "the nodes of corosync" }] },
          );
    }
  },
});

/** The machines that storage of this node names. */
const namedBy = (node: Node): { readonly what: string; readonly words: readonly Word[] }[] => [
  ...documentsOf(node, drbd).flatMap(({ model }) =>
    model.resources
      .filter(({ hosts }) => hosts.every(({ kind }) => kind === "on"))
      .map(({ name, hosts }) => ({
        what: `DRBD resource ${name.value}`,
        words: hosts.flatMap(({ names }) => names),
      })),
  ),
  ...documentsOf(node, ocfs2).map(({ model }) => ({
    what: "OCFS2",
    words: model.nodes.flatMap(({ name }) => name?.word ?? []),
  })),
];
