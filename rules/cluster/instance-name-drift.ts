import { clusterRule } from "../rule.ts";
import { reportDisagreement } from "./disagree.ts";
import { virtualRouters } from "./vrrp.ts";

export const instanceNameDrift = clusterRule({
  id: "cluster/instance-name-drift",
  severity: "info",
  summary: "The routers of one virtual router should have the same instance name",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      reportDisagreement(report, routers, {
        keyword: "vrrp_instance",
        setting: ({ instance }) => instance.name,
        value: ({ instance }) => instance.name?.value,
        consequence: "VRRP does not mind, but notify scripts and sync groups go by the name",
      });
  },
});
