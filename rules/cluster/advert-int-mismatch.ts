import { clusterRule } from "../rule.ts";
import { bothMaster, reportDisagreement } from "./disagree.ts";
import { valueOr, versionOf, virtualRouters } from "./vrrp.ts";

export const advertIntMismatch = clusterRule({
  id: "cluster/advert-int-mismatch",
  severity: "error",
  summary: "The routers of one virtual router must have the same advert_int in VRRP version 2",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      reportDisagreement(
        report,
        routers.filter((router) => versionOf(router) === 2),
        {
          keyword: "advert_int",
          setting: ({ instance }) => instance.advertInt,
          value: (router) => valueOr(router, "advert_int", router.instance.advertInt, 1)?.toString(),
          consequence: bothMaster,
        },
      );
  },
});
