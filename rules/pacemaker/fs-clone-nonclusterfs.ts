import { mountsOf } from "./filesystems.ts";
import { cloneOf, isTrue, metaOf, valueOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

/** File systems of one machine, as the agent Filesystem lists them (CLUSTERSAFE=0). */
const local = /^(ext[234]|ext4dev|reiserfs|reiser4|xfs|jfs|btrfs)$/;

export const fsCloneNonclusterfs = pacemakerRule({
  id: "pacemaker/fs-clone-nonclusterfs",
  severity: "error",
  summary: "A clone must not mount a file system that only one node may write to",
  daemon: "silent",
  check(model, report) {
    for (const { primitive, type } of mountsOf(model)) {
      const clone = cloneOf(model, primitive);
      if (!clone || !type || !local.test(type.value) || metaOf(clone, "clone-max")?.value?.value === "1")
        continue;
      if (isTrue(valueOf(model, primitive, "force_clones"))) continue;
      if (/(^|,)ro(,|$)/.test(valueOf(model, primitive, "options")?.value ?? "")) continue;
      report(
        type.at,
        `${clone.id.value} mounts ${type.value} on several nodes at once, which would destroy it: the agent refuses to start`,
        { related: [{ at: clone.id.at, message: `the clone of ${primitive.id.value}` }] },
      );
    }
  },
});
