import { clusterRule } from "../rule.ts";
import { isCopy } from "./copies.ts";
import { nodeName } from "./disagree.ts";
import { settingAt, virtualRouters } from "./vrrp.ts";

export const allMaster = clusterRule({
  id: "cluster/all-master",
  severity: "warning",
  summary: "Only one router of a virtual router should start with state MASTER",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const [first, ...others] = routers.filter(({ instance }) => instance.state?.value === "MASTER");
      for (const other of first ? others.filter((one) => !isCopy(first, one)) : [])
        report(
          settingAt(other, other.instance.state),
          `state MASTER here and on ${nodeName(first!)}: only the priorities decide who keeps the addresses`,
          {
            related: [
              { at: settingAt(first!, first!.instance.state), message: "the router that should be MASTER" },
            ],
          },
        );
    }
  },
});
