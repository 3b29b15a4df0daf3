import { mountsOf } from "./filesystems.ts";
import { cloneOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const fsClusterfsNotCloned = pacemakerRule({
  id: "pacemaker/fs-clusterfs-not-cloned",
  severity: "warning",
  summary: "A cluster file system is worth its cost where a clone mounts it on several nodes",
  daemon: "silent",
  check(model, report) {
    if (!model.whole) return;
    for (const { primitive, type } of mountsOf(model)) {
      if (!type || !/^(ocfs2|gfs2)$/.test(type.value) || cloneOf(model, primitive)) continue;
      report(
        type.at,
        `${primitive.id.value} mounts ${type.value} on one node at a time: no clone holds it, so that the other nodes do not see it`,
      );
    }
  },
});
