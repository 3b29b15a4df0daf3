import { clusterRule } from "../rule.ts";
import { nodeName } from "./disagree.ts";
import { priorityOf, settingAt, virtualRouters } from "./vrrp.ts";

export const nopreemptOnBackupOnly = clusterRule({
  id: "cluster/nopreempt-on-backup-only",
  severity: "warning",
  summary: "Where one router has nopreempt, the router with the highest priority must have it",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const [first, ...others] = routers;
      if (!first || first.instance.nopreempt || others.length === 0) continue;
      const top = priorityOf(first);
      if (top === undefined || others.some((other) => (priorityOf(other) ?? top) >= top)) continue;
      for (const { instance } of others)
        if (instance.nopreempt)
          report(
            instance.nopreempt.word.at,
            `nopreempt here, but not on ${nodeName(first)}: its priority ${top} still takes the addresses back`,
            {
              related: [
                {
                  at: settingAt(first, first.instance.priority),
                  message: "nopreempt has its effect on the highest priority",
                },
              ],
            },
          );
    }
  },
});
