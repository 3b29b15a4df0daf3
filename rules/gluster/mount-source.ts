import { nodeRule } from "../rule.ts";
import { glusterMounts, serversOf } from "./mounts.ts";

export const mountSource = nodeRule({
  id: "gluster/mount-source",
  severity: "error",
  summary: "A glusterfs mount begins with its server and volume: HOST:/VOLUME",
  daemon: "rejects",
  check(node, report) {
    for (const mount of glusterMounts(node)) {
      const { device } = mount;
      if (device.value.startsWith("/") || (serversOf(mount).length > 0 && !/:\/?$/.test(device.value)))
        continue;
      report(device.at, `${device.value} names no server with a volume (HOST:/VOLUME): nothing is mounted`);
    }
  },
});
