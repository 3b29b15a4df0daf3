import { clusterRule } from "../rule.ts";
import { nodeName } from "./disagree.ts";
import { priorityOf, settingAt, virtualRouters } from "./vrrp.ts";

export const invertedPriority = clusterRule({
  id: "cluster/inverted-priority",
  severity: "warning",
  summary: "The router with state MASTER should have the highest priority",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const [first] = routers;
      const top = first && priorityOf(first);
      if (!first || top === undefined || first.instance.state?.value === "MASTER") continue;
      for (const router of routers) {
        const priority = priorityOf(router);
        if (router.instance.state?.value !== "MASTER" || priority === undefined || priority >= top) continue;
        report(
          settingAt(router, router.instance.priority),
          `state MASTER with priority ${priority}, but ${nodeName(first)} has ${top}: ${nodeName(first)} takes the addresses`,
          {
            related: [
              {
                at: settingAt(first, first.instance.priority),
                message: "the higher priority wins the election",
              },
            ],
          },
        );
      }
    }
  },
});
