import { nodeRule } from "../rule.ts";
import { glusterMounts, has, isLocal, serversOf } from "./mounts.ts";

export const localServer = nodeRule({
  id: "gluster/local-server",
  severity: "info",
  summary: "A mount from the machine's own glusterd must wait for it",
  daemon: "silent",
  check(node, report) {
    for (const mount of glusterMounts(node)) {
      if (mount.by !== "fstab" || !serversOf(mount).some(isLocal)) continue;
      if (has(mount, /^(noauto|x-systemd\.(automount|requires|after|requires-mounts-for))$/)) continue;
      report(
        mount.device.at,
        `${serversOf(mount)[0]} is this machine's own glusterd, which the boot does not wait for: x-systemd.requires=glusterd.service orders the two`,
      );
    }
  },
});
