import type { Setting } from "../../parsers/core/settings.ts";
import { clusterRule } from "../rule.ts";
import { reportDisagreement } from "./disagree.ts";
import { plainIp } from "./net.ts";
import { isUnicast } from "./unicast.ts";
import { familyOfRouter, type Router, stated, virtualRouters } from "./vrrp.ts";

export const multicastGroupMismatch = clusterRule({
  id: "cluster/multicast-group-mismatch",
  severity: "error",
  summary: "The routers of one virtual router must send their adverts to the same multicast group",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      reportDisagreement(
        report,
        routers.filter((router) => !isUnicast(router)),
        {
          keyword: "multicast group",
          setting: groupOf,
          value: groupName,
          consequence: "neither router hears the other and both become master",
        },
      );
  },
});

function groupOf({ instance, document, ...rest }: Router): Setting<string> | undefined {
  const { vrrpMcastGroup4, vrrpMcastGroup6 } = document.model.globals;
  const six = familyOfRouter({ instance, document, ...rest }) === 6;
  return instance.mcastDstIp ?? (six ? vrrpMcastGroup6 : vrrpMcastGroup4);
}

/** The group, or the one that IANA gave VRRP. */
function groupName(router: Router): string | undefined {
  const group = groupOf(router);
  if (group) return plainIp(group.value);
  if (stated(router, "mcast_dst_ip") || !router.document.root || !router.document.whole) return undefined;
  return familyOfRouter(router) === 6 ? "ff02::12" : "224.0.0.18";
}
