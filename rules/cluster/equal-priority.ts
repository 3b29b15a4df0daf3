import { clusterRule } from "../rule.ts";
import { isCopy, isWithoutRank } from "./copies.ts";
import { nodeName, virtualRouterName } from "./disagree.ts";
import { instanceAt, priorityOf, type Router, virtualRouters } from "./vrrp.ts";

export const equalPriority = clusterRule({
  id: "cluster/equal-priority",
  severity: "error",
  summary: "The routers of one virtual router must have different priorities",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      for (const [i, router] of routers.entries()) {
        const priority = priorityOf(router);
        const other = routers
          .slice(i + 1)
          .find(
            (one) => priorityOf(one) === priority && !isCopy(router, one) && !areWithoutRank(router, one),
          );
        if (priority === undefined || priority === 255 || !other) continue;
        const same = `priority ${priority} here and on ${nodeName(other)}`;
        report(at(router), `${same}: not this file but the higher address decides who is master`, {
          related: [{ at: at(other), message: `the other router of ${virtualRouterName(other)}` }],
        });
      }
  },
});

const areWithoutRank = (...routers: readonly Router[]): boolean => routers.every(isWithoutRank);

const at = (router: Router) => router.instance.priority?.word.at ?? instanceAt(router);
