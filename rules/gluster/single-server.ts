import { nodeRule } from "../rule.ts";
import { glusterMounts, has, isLocal, serversOf } from "./mounts.ts";

export const singleServer = nodeRule({
  id: "gluster/single-server",
  severity: "warning",
  summary: "A glusterfs mount should name a second server",
  daemon: "silent",
  check(node, report) {
    for (const mount of glusterMounts(node)) {
      const [server, ...more] = serversOf(mount);
      if (!server || more.length > 0 || isLocal(server) || has(mount, /^backup-?volfile-servers?$/)) continue;
      report(
        mount.device.at,
        `${server} alone tells where the volume's bricks are: while it is down nothing can be mounted (backup-volfile-servers names others)`,
      );
    }
  },
});
