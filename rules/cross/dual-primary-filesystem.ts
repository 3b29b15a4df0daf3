import { drbd } from "../../parsers/drbd/index.ts";
import { managedMounts } from "../cluster/managed.ts";
import { modelsOf } from "../cluster/model.ts";
import { resourceOfDevice } from "../cluster/storage.ts";
import { dualPrimary } from "../drbd/levels.ts";
import { nodeRule } from "../rule.ts";

/** File systems that one machine alone may write. */
const local = /^(?:ext[234]|xfs|btrfs|reiserfs|jfs|f2fs|vfat|ntfs)$/;

export const dualPrimaryFilesystem = nodeRule({
  id: "cross/dual-primary-filesystem",
  severity: "error",
  summary: "A DRBD device with two primaries must have a cluster file system",
  daemon: "silent",
  check(node, report, { cluster }) {
    for (const mount of [...node.facts.mounts, ...managedMounts(cluster)])
      for (const model of modelsOf(node, drbd)) {
        const resource = resourceOfDevice(model, mount.device, node.name);
        const dual = resource && dualPrimary(resource);
        if (!dual || !local.test(mount.type) || mount.options.includes("noauto")) continue;
        report(
          mount.at,
          `${mount.type} on ${mount.device}, which two nodes may write at once: ${mount.type} is destroyed when both mount it`,
          {
            related: [{ at: dual.word.at, message: `resource ${resource.name.value} allows two primaries` }],
          },
        );
      }
  },
});
