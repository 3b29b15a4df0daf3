import { clusterRule } from "../rule.ts";
import { ownAddresses } from "./machines.ts";
import { managedVips } from "./managed.ts";
import { plainIp } from "./net.ts";

export const vipTwoManagers = clusterRule({
  id: "cluster/vip-two-managers",
  severity: "error",
  summary: "A virtual address of Pacemaker must belong to nothing else",
  daemon: "silent",
  check(cluster, report) {
    for (const { ip, owner, at } of managedVips(cluster)) {
      const plain = plainIp(ip);
      for (const node of cluster.nodes) {
        const vrrp = node.facts.vips.find((vip) => vip.by === "keepalived" && plainIp(vip.ip) === plain);
        if (vrrp)
          report(
            at,
            `${ip} of ${owner} is also a virtual address of keepalived's ${vrrp.owner} on ${node.name}: Pacemaker and VRRP put it on two machines at once`,
            { related: [{ at: vrrp.at, message: `the address of ${vrrp.owner}` }] },
          );
        const fixed = ownAddresses(node).find((address) => plainIp(address.ip) === plain);
        if (fixed)
          report(
            at,
            `${ip} of ${owner} is the fixed address of ${fixed.label} on ${node.name}: two machines answer for it as soon as Pacemaker puts it elsewhere`,
            { related: [{ at: fixed.at, message: `${fixed.label} of ${node.name}` }] },
          );
      }
    }
  },
});
