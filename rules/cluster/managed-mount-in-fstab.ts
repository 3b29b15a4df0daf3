import { clusterRule } from "../rule.ts";
import { managedMounts } from "./managed.ts";

export const managedMountInFstab = clusterRule({
  id: "cluster/managed-mount-in-fstab",
  severity: "error",
  summary: "What Pacemaker mounts must not be mounted at boot as well",
  daemon: "silent",
  check(cluster, report) {
    for (const { device, point, resource } of managedMounts(cluster))
      for (const node of cluster.nodes)
        for (const mount of node.facts.mounts) {
          if (mount.options.includes("noauto") || mount.options.includes("bind")) continue;
          if (mount.device !== device && mount.point !== point) continue;
          const id = resource.primitive.id;
          report(
            mount.at,
            mount.device === device
              ? `${device} is mounted at boot on ${node.name} and by ${id.value} of Pacemaker: two nodes may mount it at once`
              : `${point} is mounted at boot on ${node.name}, where ${id.value} of Pacemaker mounts ${device}: one hides the other`,
            { related: [{ at: id.at, message: "the resource that mounts it" }] },
          );
        }
  },
});
