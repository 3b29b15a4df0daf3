import { clusterRule } from "../rule.ts";
import { nodeName } from "./disagree.ts";
import {
  familyOfRouter,
  instanceName,
  type Router,
  sameId,
  sameSegment,
  segmentsOf,
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
              areTogether(a, b) &&
              !sharesIp(a, b),
          );
        if (!pair || group.some((one) => other.some((two) => isToldThere(one, two)))) continue;
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

/** On one network: by addresses, or by the interface's name where these are not known. */
function areTogether(a: Router, b: Router): boolean {
  const isKnown = segmentsOf(a).length > 0 && segmentsOf(b).length > 0;
  return sameSegment(a, b) && (isKnown || a.instance.interface?.value === b.instance.interface?.value);
}

/** keepalived/vrid-duplicate tells of two in one file. */
const isToldThere = (a: Router, b: Router): boolean =>
  a.node === b.node && sameId(a, b) && a.instance.interface?.value === b.instance.interface?.value;
