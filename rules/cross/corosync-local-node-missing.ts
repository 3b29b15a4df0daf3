import { corosync } from "../../parsers/corosync/index.ts";
import { listed } from "../cluster/compare.ts";
import { labelOf, likeness } from "../cluster/corosync.ts";
import { documentsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const corosyncLocalNodeMissing = nodeRule({
  id: "cross/corosync-local-node-missing",
  severity: "error",
  summary: "The nodelist of corosync.conf must have this machine in it",
  daemon: "stops",
  check(node, report, { cluster }) {
    if (node.name === "") return;
    for (const { model, root } of documentsOf(node, corosync)) {
      const { nodes, nodelist, certain } = model;
      const [opened] = nodelist.opened;
      if (!root || !certain || !opened || nodes.length === 0) continue;
      if (nodes.some((entry) => likeness(entry, node, cluster) !== "another")) continue;
      const near = nearest(node.name, nodes.map(labelOf));
      const meant = nodes.find((entry) => labelOf(entry) === near);
      report(
        meant?.name?.word.at ?? opened.keyword.at,
        `${node.name} is none of the nodes ${listed(nodes.map(labelOf))}: corosync does not start here`,
        { related: node.nameAt ? [{ at: node.nameAt, message: "the name of this node" }] : [] },
      );
    }
  },
});
