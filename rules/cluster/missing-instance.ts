import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { virtualRouterName } from "./disagree.ts";
import type { Cluster, Node } from "./model.ts";
import { instanceAt, instanceName, type Router, routersOf, virtualRouters } from "./vrrp.ts";

export const missingInstance = clusterRule({
  id: "cluster/missing-instance",
  severity: "error",
  summary: "A virtual router must have routers on at least two nodes",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const [router, ...others] = routers;
      if (!router || others.length > 0) continue;
      const partners = partnersOf(cluster, router);
      if (partners.length === 0) continue;
      const names = listed(partners.map(({ name }) => name));
      report(
        instanceAt(router),
        `${instanceName(router)} (${virtualRouterName(router)}) is on no other node: when this one fails, its addresses are gone`,
        {
          related: partners.flatMap((node) =>
            routersOf(node)
              .slice(0, 1)
              .map((one) => ({ at: instanceAt(one), message: `what ${names} has` })),
          ),
        },
      );
    }
  },
});

/** The nodes that share other virtual routers with this one, and so should share this one too. */
function partnersOf(cluster: Cluster, { node }: Router): Node[] {
  const shared = virtualRouters(cluster).filter((group) => group.some((router) => router.node === node));
  const partners = new Set(shared.flatMap((group) => group.map((router) => router.node)));
  partners.delete(node);
  return [...partners].filter((partner) =>
    routersOf(partner).every(({ document }) => document.root && document.whole),
  );
}
