import { balancerOf } from "../cluster/balancers.ts";
import { balancedBy } from "../cluster/directors.ts";
import { haproxyListeners, isUnclear } from "../cluster/facts-haproxy.ts";
import { plainIp } from "../cluster/net.ts";
import { mentions } from "../cluster/real-servers.ts";
import { instanceName, routersOf } from "../cluster/vrrp.ts";
import { bindsOf } from "../haproxy/binds.ts";
import { nodeRule } from "../rule.ts";

export const haproxyUnservedAddress = nodeRule({
  id: "cross/haproxy-unserved-address",
  severity: "warning",
  summary: "Where haproxy serves one virtual address of an instance, it should serve the others",
  daemon: "silent",
  check(node, report) {
    const balancer = balancerOf(node);
    if (!balancer || bindsOf(balancer.document.model).some(({ bind }) => isUnclear(bind))) return;
    const listeners = haproxyListeners(node.documents);
    const others = node.documents.map(({ format }) => format.id).filter((id) => id !== "keepalived");
    for (const router of routersOf(node)) {
      if (!router.document.root || !router.document.whole) continue;
      const ips = [...router.instance.virtualIps, ...router.instance.excludedIps].flatMap(
        ({ ip }) => ip ?? [],
      );
      const served = listeners.find(({ address }) =>
        ips.some(({ value }) => plainIp(value) === plainIp(address.host)),
      );
      if (!served) continue;
      for (const { value, word } of ips) {
        const ip = plainIp(value);
        const wide = ip.includes(":") ? "::" : "*";
        if (listeners.some(({ host, address }) => host === wide || plainIp(address.host) === ip)) continue;
        if (balancedBy(node).some((one) => one.ip && plainIp(one.ip.value) === ip)) continue;
        if (mentions(node, new RegExp(`(?<![\\d.:])${ip.replaceAll(".", "\\.")}(?![\\d:])`), others))
          continue;
        report(
          word.at,
          `haproxy serves ${served.address.host} of ${instanceName(router)}, and has no bind for ${value}: who connects there is refused`,
          { related: [{ at: served.address.at, message: "the address that it serves" }] },
        );
      }
    }
  },
});
