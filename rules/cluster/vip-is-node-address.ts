import { clusterRule } from "../rule.ts";
import { ownAddresses } from "./machines.ts";
import { plainIp } from "./net.ts";
import { directServers } from "./real-servers.ts";

export const vipIsNodeAddress = clusterRule({
  id: "cluster/vip-is-node-address",
  severity: "error",
  summary: "A virtual address must not be the address of another node",
  daemon: "silent",
  check(cluster, report) {
    const direct = directServers(cluster);
    for (const node of cluster.nodes)
      for (const vip of node.facts.vips)
        for (const other of cluster.nodes) {
          const ip = plainIp(vip.ip);
          const holds = other.facts.vips.some((one) => plainIp(one.ip) === ip);
          if (other === node || holds || direct.some((one) => one.node === other && one.vip === ip)) continue;
          const address = ownAddresses(other).find((one) => plainIp(one.ip) === ip);
          if (address)
            report(
              vip.at,
              `virtual address ${vip.ip} is the own address of ${other.name}: two machines answer for it as soon as ${node.name} is master`,
              { related: [{ at: address.at, message: `${address.label} of ${other.name}` }] },
            );
        }
  },
});
