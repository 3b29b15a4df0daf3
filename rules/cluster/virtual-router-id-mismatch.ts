import { clusterRule } from "../rule.ts";
import { reportDisagreement } from "./disagree.ts";
import { virtualRouters } from "./vrrp.ts";

export const virtualRouterIdMismatch = clusterRule({
  id: "cluster/virtual-router-id-mismatch",
  severity: "error",
  summary: "The routers of one virtual address must have the same virtual_router_id",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      reportDisagreement(report, routers, {
        keyword: "virtual_router_id",
        setting: ({ instance }) => instance.virtualRouterId,
        value: ({ instance }) => instance.virtualRouterId?.value.toString(),
        consequence: "neither router knows of the other and both become master",
      });
  },
});
