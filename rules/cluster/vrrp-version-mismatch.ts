import { clusterRule } from "../rule.ts";
import { bothMaster, reportDisagreement } from "./disagree.ts";
import { versionOf, virtualRouters } from "./vrrp.ts";

export const vrrpVersionMismatch = clusterRule({
  id: "cluster/vrrp-version-mismatch",
  severity: "error",
  summary: "The routers of one virtual router must speak the same VRRP version",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      reportDisagreement(report, routers, {
        keyword: "VRRP version",
        setting: ({ instance, document }) => instance.version ?? document.model.globals.vrrpVersion,
        value: (router) => versionOf(router)?.toString(),
        consequence: bothMaster,
      });
  },
});
