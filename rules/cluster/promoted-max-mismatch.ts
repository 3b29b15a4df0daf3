import { dualPrimary } from "../drbd/levels.ts";
import { cloneOf, metaOf, settled } from "../pacemaker/resources.ts";
import { clusterRule } from "../rule.ts";
import { drbdCopies, managedDrbds } from "./managed-drbd.ts";

export const promotedMaxMismatch = clusterRule({
  id: "cluster/promoted-max-mismatch",
  severity: "error",
  summary: "Pacemaker and DRBD must agree on the number of primaries",
  daemon: "silent",
  check(cluster, report) {
    for (const { managed, name } of managedDrbds(cluster)) {
      const clone = cloneOf(managed.model, managed.primitive);
      const copy = drbdCopies(cluster).find(({ resource }) => resource.name.value === name.value);
      if (!clone || !copy || !settled(clone)) continue;
      const max = metaOf(clone, "promoted-max", "master-max");
      const dual = dualPrimary(copy.resource);
      if (!/^\d+$/.test(max?.value?.value ?? "1")) continue;
      const wanted = Number(max?.value?.value ?? "1");
      if (max?.value && wanted > 1 && !dual)
        report(
          max.value.at,
          `${max.name.value} ${max.value.value}, but DRBD resource ${name.value} does not allow two primaries: the second promotion fails`,
          { related: [{ at: copy.resource.name.word.at, message: "has no allow-two-primaries" }] },
        );
      else if (dual && wanted === 1 && max?.value)
        report(
          max.value.at,
          `${max.name.value} 1, but DRBD resource ${name.value} allows two primaries: nothing but Pacemaker then keeps the second from writing`,
          { severity: "warning", related: [{ at: dual.word.at, message: "two primaries are allowed" }] },
        );
    }
  },
});
