import { inSubnet, isLoopback, overlap } from "../cluster/net.ts";
import { isInternal } from "../cluster/real-servers.ts";
import { nodeRule } from "../rule.ts";
import { drbdAddresses, networkHere, ocfs2Addresses } from "./replication.ts";

export const replicationOnClientNetwork = nodeRule({
  id: "cross/replication-on-client-network",
  severity: "warning",
  summary: "Replication should not share the network of the clients where the node has another one",
  daemon: "silent",
  check(node, report, context) {
    const replicated = [...drbdAddresses(node), ...ocfs2Addresses(node)];
    if (replicated.length === 0) return;
    const vips = [
      ...context.cluster.nodes.flatMap(({ facts }) => facts.vips),
      ...node.facts.addresses.filter((address) => isInternal(address) && !isLoopback(address.ip)),
    ];
    const serves = (ip: string, prefix: number) => vips.find((vip) => inSubnet(vip.ip, ip, prefix));
    for (const { what, ip, at } of replicated) {
      const network = networkHere(node, ip);
      const vip = network && serves(network.ip, network.prefix);
      const free = node.facts.addresses.find(
        (one) =>
          !isInternal(one) &&
          one.prefix !== undefined &&
          network &&
          !overlap({ ip: one.ip, prefix: one.prefix }, network) &&
          !serves(one.ip, one.prefix),
      );
      if (!vip || !free) continue;
      report(
        at,
        `${what} replicates on ${network.device}, the network of virtual address ${vip.ip}: clients see it and slow it down, while ${free.interface} is free of them`,
        {
          related: [
            { at: free.at, message: `${free.interface} has no virtual address` },
            { at: vip.at, message: "the address of the clients" },
          ],
        },
      );
    }
  },
});
