import { clusterRule } from "../rule.ts";
import { isCopy } from "./copies.ts";
import { nodeName } from "./disagree.ts";
import { plainIp } from "./net.ts";
import { isUnicast, peersOf, sourcesOf } from "./unicast.ts";
import { instanceAt, type Router, settingAt, virtualRouters } from "./vrrp.ts";

export const unicastPeerMismatch = clusterRule({
  id: "cluster/unicast-peer-mismatch",
  severity: "error",
  summary: "Each router's unicast_peer must name every other router of that virtual router",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const unicast = routers.filter(isUnicast);
      for (const router of unicast)
        for (const other of unicast) {
          const sources = other === router || isCopy(router, other) ? [] : sourcesOf(other);
          const peers = peersOf(router);
          if (!peers || sources.length === 0 || sources.some((ip) => peers.includes(ip))) continue;
          report(
            strangerOf(router, unicast) ?? router.instance.unicastBlocks[0]?.keyword.at ?? instanceAt(router),
            `unicast_peer does not name ${sources.join(" or ")}, which ${nodeName(other)} sends from: ${nodeName(other)} gets no adverts from here and both become master`,
            {
              related: [
                {
                  at: settingAt(other, other.instance.unicastSrcIp ?? other.instance.interface),
                  message: `the address of ${nodeName(other)}`,
                },
              ],
            },
          );
        }
    }
  },
});

/** The one peer that is no router of this virtual router: most likely the address that was meant. */
function strangerOf(router: Router, routers: readonly Router[]) {
  const all = routers.flatMap(sourcesOf);
  const strangers = router.instance.unicastPeers.filter(({ ip }) => ip && !all.includes(plainIp(ip.value)));
  return strangers.length === 1 ? strangers[0]?.ip?.word.at : undefined;
}
