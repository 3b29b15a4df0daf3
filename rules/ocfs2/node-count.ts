import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";

export const nodeCount = modelRule({
  id: "ocfs2/node-count",
  format: ocfs2,
  severity: "error",
  summary: "node_count must be the number of the cluster's node stanzas",
  daemon: "silent",
  check(model, report) {
    const members = membersOf(model);
    const placed = members.flatMap(({ nodes }) => nodes);
    if (!model.whole || placed.length < model.nodes.length) return;
    for (const { name, nodes } of members) {
      for (const cluster of model.clusters) {
        const count = cluster.nodeCount;
        if (cluster.name?.value !== name || !count || count.value === nodes.length) continue;
        const { length } = nodes;
        const stanzas = length === 1 ? "1 node stanza names" : `${length} node stanzas name`;
        report(count.word.at, `node_count is ${count.value} but ${stanzas} cluster ${name}`, {
          fix: {
            title: `set node_count to ${length}`,
            safe: false,
            edits: [{ at: count.word.at, text: `${length}` }],
          },
        });
      }
    }
  },
});
