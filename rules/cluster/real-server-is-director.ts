import { clusterRule } from "../rule.ts";
import { methodOf, servedBy } from "./real-servers.ts";
import { virtualRouters } from "./vrrp.ts";

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
      if (node.facts.sysctl.get(pass)?.value === "1") continue;
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
