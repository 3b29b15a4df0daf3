import { clusterRule } from "../rule.ts";
import { nodeName } from "./disagree.ts";
import { priorityOf, settingAt, virtualRouters } from "./vrrp.ts";

export const addressOwnerTwice = clusterRule({
  id: "cluster/address-owner-twice",
  severity: "error",
  summary: "Only one router of a virtual router may have priority 255",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const [first, ...others] = routers.filter((router) => priorityOf(router) === 255);
      for (const other of first ? others : []) {
        const why = other.instance.priority
          ? "priority 255"
          : "state MASTER without a priority, which means 255,";
        report(
          settingAt(other, other.instance.priority ?? other.instance.state),
          `${why} here, and 255 on ${nodeName(first!)}: two owners of the same addresses fight until keepalived lowers one to 254`,
          {
            related: [
              {
                at: settingAt(first!, first!.instance.priority ?? first!.instance.state),
                message: "the other owner",
              },
            ],
          },
        );
      }
    }
  },
});
