import { clusterRule } from "../rule.ts";
import { balancedBy } from "./directors.ts";
import { isLoopback, plainIp } from "./net.ts";
import { directorsOf, directServers, isInternal } from "./real-servers.ts";

export const drStaleVip = clusterRule({
  id: "cluster/dr-stale-vip",
  severity: "warning",
  summary: "An address on lo of a real server should be one that a director balances",
  daemon: "silent",
  check(cluster, report) {
    const balanced = cluster.nodes.flatMap(balancedBy);
    if (balanced.some(({ document }) => !document.root || !document.whole)) return;
    const vips = new Set([
      ...balanced.flatMap(({ ip }) => (ip ? [plainIp(ip.value)] : [])),
      ...cluster.nodes.flatMap(({ facts }) => facts.vips.map(({ ip }) => plainIp(ip))),
    ]);
    const told = new Set<unknown>();
    for (const server of directServers(cluster)) {
      if (told.has(server.node)) continue;
      told.add(server.node);
      for (const address of server.node.facts.addresses) {
        const ip = plainIp(address.ip);
        if (!isInternal(address) || address.label === address.interface || isLoopback(ip) || vips.has(ip))
          continue;
        report(
          address.at,
          `${address.ip} on ${address.label} is no virtual address of any director: this machine takes packets that nobody sends`,
          { related: directorsOf(server) },
        );
      }
    }
  },
});
