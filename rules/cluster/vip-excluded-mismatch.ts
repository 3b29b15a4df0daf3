import { clusterRule } from "../rule.ts";
import { bothMaster, nodeName, virtualRouterName } from "./disagree.ts";
import { plainIp } from "./net.ts";
import { addressSet, virtualRouters } from "./vrrp.ts";

export const vipExcludedMismatch = clusterRule({
  id: "cluster/vip-excluded-mismatch",
  severity: "error",
  summary:
    "An address that one router leaves out of its adverts must be left out by all routers of that virtual router",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      for (const router of routers)
        for (const { ip } of router.instance.excludedIps)
          for (const other of routers) {
            if (!ip || other === router) continue;
            const advertised = addressSet(other.instance.virtualIps)?.get(plainIp(ip.value))?.ip;
            if (!advertised) continue;
            const where = "is in virtual_ipaddress_excluded here, in virtual_ipaddress on";
            report(ip.word.at, `${ip.value} ${where} ${nodeName(other)}: ${bothMaster}`, {
              related: [
                {
                  at: advertised.word.at,
                  message: `advertised by the other router of ${virtualRouterName(other)}`,
                },
              ],
            });
          }
  },
});
