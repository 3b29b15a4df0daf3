import { clusterRule } from "../rule.ts";
import { nodeName } from "./disagree.ts";
import {
  familyOfRouter,
  instanceName,
  sameId,
  sameSegment,
  settingAt,
  sharesIp,
  virtualRouters,
} from "./vrrp.ts";

export const foreignVirtualRouterId = clusterRule({
  id: "cluster/foreign-virtual-router-id",
  severity: "error",
  summary: "Two virtual routers on one network must not have the same virtual_router_id",
  daemon: "silent",
  check(cluster, report) {
    const groups = virtualRouters(cluster);
    for (const [i, group] of groups.entries())
      for (const other of groups.slice(i + 1)) {
        const pair = group
          .flatMap((a) => other.map((b) => ({ a, b })))
          .find(
            ({ a, b }) =>
              a.node !== b.node &&
              sameId(a, b) &&
              familyOfRouter(a) === familyOfRouter(b) &&
              sameSegment(a, b) &&
              !sharesIp(a, b),
          );
        if (!pair) continue;
        const { a, b } = pair;
        report(
          settingAt(b, b.instance.virtualRouterId),
          `virtual_router_id ${b.instance.virtualRouterId?.value} is also that of ${instanceName(a)} on ${nodeName(a)}, another virtual router on this network: their adverts disturb each other`,
          {
            related: [
              {
                at: settingAt(a, a.instance.virtualRouterId),
                message: `the virtual router of ${instanceName(a)}`,
              },
            ],
          },
        );
      }
  },
});
