import { dualPrimary } from "../drbd/levels.ts";
import { clusterRule } from "../rule.ts";
import { fencingOff } from "./managed.ts";
import { drbdCopies } from "./managed-drbd.ts";

export const dualPrimaryWithoutStonith = clusterRule({
  id: "cluster/dual-primary-without-stonith",
  severity: "error",
  summary: "Two primaries need fencing in Pacemaker",
  daemon: "silent",
  check(cluster, report) {
    const off = fencingOff(cluster);
    for (const { resource } of off ? drbdCopies(cluster) : []) {
      const dual = dualPrimary(resource);
      if (dual)
        report(
          off!.at,
          `fencing is off while DRBD resource ${resource.name.value} allows two primaries: when the link fails both nodes write, and one side's data is lost`,
          { related: [{ at: dual.word.at, message: "two primaries" }] },
        );
    }
  },
});
