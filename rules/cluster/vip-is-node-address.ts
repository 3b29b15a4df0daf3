import { clusterRule } from "../rule.ts";
import { ownAddresses } from "./machines.ts";
import { managedVips } from "./managed.ts";
import type { AddressFact, Cluster, Node, VipFact } from "./model.ts";
import { plainIp } from "./net.ts";
import { directServers, tunnelServers, type VipServer } from "./real-servers.ts";
import { ownStatements } from "./stated-addresses.ts";
import { priorityOf, routersOf } from "./vrrp.ts";

export const vipIsNodeAddress = clusterRule({
  id: "cluster/vip-is-node-address",
  severity: "error",
  summary: "A virtual address must not be the address of a node",
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
    for (const vip of movedAddresses(cluster)) {
      const ip = plainIp(vip.ip);
      const stated = ownStatements(cluster).find((one) => one.ip === ip && !isOwner(one.node, ip));
      const held = stated && !vip.managed && ownAddresses(stated.node).some((one) => plainIp(one.ip) === ip);
      if (stated && !held)
        report(
          vip.at,
          `virtual address ${vip.ip} is the own address of ${stated.node.name}: two machines answer for it as soon as ${vip.owner} is on another one`,
          { related: [{ at: stated.at, message: `an address of ${stated.node.name}` }] },
        );
    }
  },
});

/** Each virtual address once, however many nodes move it. */
function movedAddresses(cluster: Cluster): readonly (VipFact & { readonly managed: boolean })[] {
  const moved = new Map<string, VipFact & { readonly managed: boolean }>();
  const add = (managed: boolean) => (vip: VipFact) => {
    if (!moved.has(plainIp(vip.ip))) moved.set(plainIp(vip.ip), { ...vip, managed });
  };
  managedVips(cluster).forEach(add(true));
  cluster.nodes.flatMap(({ facts }) => facts.vips).forEach(add(false));
  return [...moved.values()];
}

/** RFC 5798 lets the router whose own address it is take part with priority 255. */
const isOwner = (node: Node, ip: string): boolean =>
  routersOf(node).some(
    (router) =>
      priorityOf(router) === 255 &&
      router.instance.virtualIps.some((one) => one.ip && plainIp(one.ip.value) === ip),
  );

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
