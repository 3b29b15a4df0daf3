import { fencingOf } from "../drbd/levels.ts";
import { clusterRule } from "../rule.ts";
import { fencingOff } from "./managed.ts";
import { drbdCopies } from "./managed-drbd.ts";

export const drbdWaitsForFencing = clusterRule({
  id: "cluster/drbd-waits-for-fencing",
  severity: "error",
  summary: "DRBD's fencing policy resource-and-stonith needs Pacemaker's fencing",
  daemon: "silent",
  check(cluster, report) {
    const off = fencingOff(cluster);
    for (const { resource } of off ? drbdCopies(cluster) : []) {
      const fencing = fencingOf(resource);
      if (fencing?.value === "resource-and-stonith")
        report(
          fencing.word.at,
          `fencing resource-and-stonith, but Pacemaker's fencing is off: when the peer is lost, resource ${resource.name.value} stands still for ever`,
          { related: [{ at: off!.at, message: "nobody fences" }] },
        );
    }
  },
});
