import { clusterRule } from "../rule.ts";
import { directorsOf, directServers, holdings, isInternal } from "./real-servers.ts";

export const drVipOnEthernet = clusterRule({
  id: "cluster/dr-vip-on-ethernet",
  severity: "error",
  summary:
    "A real server of lb_kind DR must have the virtual address on lo, not on an interface that others can ask",
  daemon: "silent",
  check(cluster, report) {
    for (const server of directServers(cluster))
      for (const held of holdings(server.node, server.vip))
        if (!isInternal(held))
          report(
            held.at,
            `virtual address ${held.ip} on ${held.label}: this machine answers ARP for it whatever arp_ignore says, and clients bypass the director`,
            { related: directorsOf(server) },
          );
  },
});
