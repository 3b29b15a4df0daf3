import { clusterRule } from "../rule.ts";
import { servedBy } from "./real-servers.ts";

export const sorryServerIsRealServer = clusterRule({
  id: "cluster/sorry-server-is-real-server",
  severity: "warning",
  summary: "The sorry server should not be a machine that is also a real server",
  daemon: "silent",
  check(cluster, report) {
    const served = servedBy(cluster);
    for (const { balanced, target, node } of served) {
      if (target.kind !== "sorry_server") continue;
      const twin = served.find(
        (one) =>
          one.balanced.server === balanced.server && one.node === node && one.target.kind === "real_server",
      );
      if (!twin || twin.target.ip.value === target.ip.value) continue;
      report(
        target.ip.word.at,
        `sorry_server ${target.ip.value} is ${node.name}, like real_server ${twin.target.ip.value}: it is down exactly when it is needed`,
        { related: [{ at: twin.target.ip.word.at, message: `${node.name} as a real server` }] },
      );
    }
  },
});
