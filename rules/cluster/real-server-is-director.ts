import { clusterRule } from "../rule.ts";
import type { Node } from "./model.ts";
import { methodOf, servedBy } from "./real-servers.ts";
import { routersOf, virtualRouters } from "./vrrp.ts";

export const realServerIsDirector = clusterRule({
  id: "cluster/real-server-is-director",
  severity: "warning",
  summary: "A director should not be a real server of lb_kind DR",
  daemon: "silent",
  check(cluster, report) {
    const groups = virtualRouters(cluster).filter(({ length }) => length > 1);
    const pass = "net.ipv4.vs.backup_only";
    for (const { balanced, target, node } of servedBy(cluster)) {
      const shared = groups.some((group) =>
        [node, balanced.node].every((one) => group.some((router) => router.node === one)),
      );
      if (!shared || node === balanced.node || methodOf(balanced, target) !== "DR") continue;
      if (node.facts.sysctl.get(pass)?.value === "1" || isHandled(node)) continue;
      report(
        target.ip.word.at,
        `real_server ${target.ip.value} is the other director, ${node.name}: it balances the packets once more, and they go round between the two`,
        {
          related: [
            { at: node.facts.vips[0]?.at ?? target.ip.word.at, message: `${node.name} is a director too` },
          ],
        },
      );
    }
  },
});

/** A script of its own that runs when it becomes a backup can make it leave the packets alone. */
const isHandled = (node: Node): boolean =>
  routersOf(node).some(({ instance }) =>
    instance.notifies.some(({ statement: { keyword } }) => /^notify(?:_backup)?$/.test(keyword.value)),
  );
