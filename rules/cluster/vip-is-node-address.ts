import { clusterRule } from "../rule.ts";
import { ownAddresses } from "./machines.ts";
import type { AddressFact, Cluster, Node } from "./model.ts";
import { plainIp } from "./net.ts";
import { directServers, tunnelServers, type VipServer } from "./real-servers.ts";

export const vipIsNodeAddress = clusterRule({
  id: "cluster/vip-is-node-address",
  severity: "error",
  summary: "A virtual address must not be the address of another node",
  daemon: "silent",
  check(cluster, report) {
    for (const node of cluster.nodes)
      for (const vip of node.facts.vips)
        for (const other of cluster.nodes) {
          const ip = plainIp(vip.ip);
          const holds = other.facts.vips.some((one) => plainIp(one.ip) === ip);
          if (other === node || holds) continue;
          const address = ownAddresses(other).find((one) => plainIp(one.ip) === ip);
          if (address && !isServed(cluster, other, address))
            report(
              vip.at,
              `virtual address ${vip.ip} is the own address of ${other.name}: two machines answer for it as soon as ${node.name} is master`,
              { related: [{ at: address.at, message: `${address.label} of ${other.name}` }] },
            );
        }
  },
});

/** Whether a director sends this machine what comes to the address: cluster/dr-* judge one of lb_kind DR. */
function isServed(cluster: Cluster, node: Node, { ip, interface: device }: AddressFact): boolean {
  const gets = (servers: readonly VipServer[], address: string): boolean =>
    servers.some((one) => one.node === node && one.vip === plainIp(address));
  // An interface that has nothing but such addresses is the tunnel's end, and has no neighbours that ask.
  const isTunnelEnd = node.facts.addresses
    .filter((one) => one.interface === device)
    .every((one) => gets(tunnelServers(cluster), one.ip));
  return gets(directServers(cluster), ip) || isTunnelEnd;
}
