import { keepsToItself } from "../cluster/arp.ts";
import { plainIp } from "../cluster/net.ts";
import { isInternal } from "../cluster/real-servers.ts";
import { priorityOf, routersOf } from "../cluster/vrrp.ts";
import { nodeRule } from "../rule.ts";

export const vipStatic = nodeRule({
  id: "cross/vip-static",
  severity: "error",
  summary: "A virtual address of keepalived must not be a static address of the same node",
  daemon: "silent",
  check(node, report) {
    for (const router of routersOf(node))
      for (const { ip, dev } of [...router.instance.virtualIps, ...router.instance.excludedIps]) {
        if (!ip || priorityOf(router) === 255) continue;
        const device = dev?.value ?? router.instance.interface?.value;
        const address = node.facts.addresses.find(
          (one) =>
            plainIp(one.ip) === plainIp(ip.value) &&
            !(device && isInternal(one) && keepsToItself(node, one.ip, device)),
        );
        if (!address || address.at.source === ip.word.at.source) continue;
        report(
          address.at,
          `${address.ip} on ${address.label} is a virtual address of keepalived: this node keeps it as a backup too, and two nodes answer for it`,
          {
            related: [
              {
                at: ip.word.at,
                message: `virtual address of ${router.instance.name?.value ?? "keepalived"}`,
              },
            ],
          },
        );
      }
  },
});
