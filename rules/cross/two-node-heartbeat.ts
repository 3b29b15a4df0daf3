import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelsOf } from "../cluster/model.ts";
import { fencingOf } from "../drbd/levels.ts";
import { nodeRule } from "../rule.ts";
import { underOcfs2 } from "./replication.ts";

export const twoNodeHeartbeat = nodeRule({
  id: "cross/two-node-heartbeat",
  severity: "warning",
  summary:
    "Two OCFS2 nodes on a replicated device need fencing, for each has its own copy of the disk heartbeat",
  daemon: "silent",
  check(node, report) {
    for (const model of modelsOf(node, ocfs2)) {
      const cluster = model.clusters.find((one) => one.heartbeatMode?.value !== "global");
      const members = model.nodes.filter((one) => one.cluster?.value === cluster?.name?.value);
      if (!cluster || members.length !== 2) continue;
      for (const resource of new Set(underOcfs2(node)))
        if (fencingOf(resource)?.value !== "resource-and-stonith")
          report(
            (cluster.name?.word ?? cluster.statement.keyword).at,
            `the disk heartbeat of these two nodes lies on resource ${resource.name.value} itself: when DRBD splits, each node sees only its own and takes the other for dead`,
            { related: [{ at: resource.name.word.at, message: "has no fencing resource-and-stonith" }] },
          );
    }
  },
});
