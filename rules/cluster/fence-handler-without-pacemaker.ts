import { handlerOf } from "../drbd/levels.ts";
import { clusterRule } from "../rule.ts";
import { pacemakersIn } from "./managed.ts";
import { drbdCopies } from "./managed-drbd.ts";
import type { Cluster } from "./model.ts";

/** DRBD's scripts that put a constraint into Pacemaker's CIB. */
const script = /crm-fence-peer/;
const stack = /\/(?:corosync|pacemaker|heartbeat|ha\.d)\b/;

export const fenceHandlerWithoutPacemaker = clusterRule({
  id: "cluster/fence-handler-without-pacemaker",
  severity: "warning",
  summary: "DRBD's crm-fence-peer handler needs Pacemaker on the node",
  daemon: "silent",
  check(cluster, report) {
    if (!isWithoutPacemaker(cluster)) return;
    for (const { resource } of drbdCopies(cluster)) {
      const handler = handlerOf(resource, "fence-peer");
      if (handler && script.test(handler.value))
        report(
          handler.word.at,
          `${handler.value.split("/").at(-1)} asks Pacemaker to keep the peer from being promoted, and no node has Pacemaker or corosync: the handler fails, and resource ${resource.name.value} is not fenced`,
        );
    }
  },
});

/** The trees of all machines are there, and none has a trace of a cluster manager. */
const isWithoutPacemaker = (cluster: Cluster): boolean =>
  pacemakersIn(cluster).length === 0 &&
  cluster.nodes.every(
    ({ paths }) => paths?.has("/etc/hostname") && ![...paths].some((path) => stack.test(path)),
  );
