import { nodeRule } from "../rule.ts";
import { glusterMounts } from "./mounts.ts";

export const mountInRcLocal = nodeRule({
  id: "gluster/mount-in-rc-local",
  severity: "warning",
  summary: "A glusterfs volume should be mounted by fstab, which orders it with the services",
  daemon: "silent",
  check(node, report) {
    for (const { by, statement, device } of glusterMounts(node))
      if (by === "rc.local")
        report(
          statement.at,
          `rc.local mounts ${device.value} once, when services on it may run already, and not at all if glusterd is not ready`,
        );
  },
});
