import { clusterRule } from "../rule.ts";
import { nodeOfAddress } from "./machines.ts";
import { plainIp } from "./net.ts";
import { directorsOf, directServers } from "./real-servers.ts";

export const drGatewayIsDirector = clusterRule({
  id: "cluster/dr-gateway-is-director",
  severity: "warning",
  summary: "The gateway of a real server of lb_kind DR should be a router, not the director",
  daemon: "silent",
  check(cluster, report) {
    for (const server of directServers(cluster)) {
      const directors = server.served.map(({ balanced }) => balanced.node);
      for (const { ip, at } of server.node.facts.gateways) {
        const owner =
          nodeOfAddress(cluster, ip) ??
          directors.find(({ facts }) => facts.vips.some((vip) => plainIp(vip.ip) === plainIp(ip)));
        if (owner && directors.includes(owner))
          report(
            at,
            `gateway ${ip} is the director ${owner.name}: it gets answers that come from its own address ${server.vip} and drops them as martian`,
            { related: directorsOf(server) },
          );
      }
    }
  },
});
