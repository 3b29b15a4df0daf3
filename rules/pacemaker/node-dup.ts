import type { ClusterNode } from "../../parsers/pacemaker/model.ts";
import { pacemakerRule } from "./rule.ts";

export const nodeDup = pacemakerRule({
  id: "pacemaker/node-dup",
  severity: "error",
  summary: "Each node must have a name of its own",
  daemon: "warns",
  check({ nodes }, report) {
    const seen = new Map<string, ClusterNode>();
    for (const node of nodes) {
      if (node.name.hole) continue;
      const key = node.name.value.toLowerCase();
      const first = seen.get(key);
      if (first)
        report(node.name.at, `node ${node.name.value} stands here twice: one of the two is never heard of`, {
          related: [{ at: first.name.at, message: "the first one" }],
        });
      else seen.set(key, node);
    }
  },
});
