import { clusterRule } from "../rule.ts";
import { nodeOfAddress } from "./machines.ts";
import { plainIp } from "./net.ts";
import { methodOf, servedBy } from "./real-servers.ts";

export const natGateway = clusterRule({
  id: "cluster/nat-gateway",
  severity: "error",
  summary: "The gateway of a real server of lb_kind NAT must be a virtual address of its directors",
  daemon: "silent",
  check(cluster, report) {
    const told = new Set<unknown>();
    const served = servedBy(cluster).filter(({ balanced, target }) => methodOf(balanced, target) === "NAT");
    for (const { balanced, target, node } of served) {
      const [gateway, ...more] = node.facts.gateways;
      if (!gateway || more.length > 0 || told.has(node) || node === balanced.node) continue;
      const ip = plainIp(gateway.ip);
      const directors = served.filter((one) => one.node === node).map((one) => one.balanced.node);
      const virtual = directors.some(({ facts }) => facts.vips.some((vip) => plainIp(vip.ip) === ip));
      const owner = nodeOfAddress(cluster, ip);
      const alone = new Set(directors).size < 2;
      if (virtual || (owner && directors.includes(owner) && alone)) continue;
      told.add(node);
      const { name } = balanced.node;
      const why =
        owner && directors.includes(owner)
          ? `gateway ${gateway.ip} is ${owner.name} alone: when another director has taken over, answers do not pass it and clients drop them`
          : `gateway ${gateway.ip} is no director: answers do not pass ${name}, which would put back the virtual address (lb_kind NAT), and clients drop them`;
      report(gateway.at, why, {
        related: [{ at: target.ip.word.at, message: `${name} sends packets here` }],
      });
    }
  },
});
