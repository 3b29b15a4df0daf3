import { clusterRule } from "../rule.ts";
import { differences, listed } from "./compare.ts";
import { nodeName, virtualRouterName } from "./disagree.ts";
import { isUnicast } from "./unicast.ts";
import { instanceAt, type Router, virtualRouters } from "./vrrp.ts";

export const unicastMulticastMix = clusterRule({
  id: "cluster/unicast-multicast-mix",
  severity: "error",
  summary: "The routers of one virtual router must all use unicast_peer or all use multicast",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      for (const { one, others } of differences(routers, how))
        report(
          at(one),
          `${how(one)} here, ${how(others[0]!)} on ${listed(others.map(nodeName))}: neither router hears the other and both become master`,
          {
            related: others.map((other) => ({
              at: at(other),
              message: `the other router of ${virtualRouterName(other)}`,
            })),
          },
        );
  },
});

const how = (router: Router): string => (isUnicast(router) ? "unicast" : "multicast");

const at = (router: Router) =>
  router.instance.unicastBlocks.find(() => isUnicast(router))?.keyword.at ?? instanceAt(router);
