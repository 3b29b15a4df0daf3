import { effective } from "../../parsers/drbd/model.ts";
import { isDrbd8 } from "../drbd/levels.ts";
import { clusterRule } from "../rule.ts";
import { drbdCopies, managedDrbds } from "./managed-drbd.ts";

export const drbdTwoManagers = clusterRule({
  id: "cluster/drbd-two-managers",
  severity: "error",
  summary: "A DRBD resource of Pacemaker must not be promoted at boot by DRBD itself",
  daemon: "silent",
  check(cluster, report, { targets }) {
    if (!isDrbd8(targets)) return;
    for (const { managed, name } of managedDrbds(cluster))
      for (const { resource } of drbdCopies(cluster)) {
        if (resource.name.value !== name.value) continue;
        const become = effective(resource, "startup", "become-primary-on");
        if (become)
          report(
            become.statement.keyword.at,
            `become-primary-on promotes resource ${name.value} at boot, and ${managed.primitive.id.value} of Pacemaker promotes it too: each undoes what the other did`,
            { related: [{ at: managed.primitive.id.at, message: "the resource of Pacemaker" }] },
          );
      }
  },
});
