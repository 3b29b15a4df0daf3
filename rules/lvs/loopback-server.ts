import { keepalived } from "../../parsers/keepalived/index.ts";
import { isLoopback } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { methodOf, titleOf } from "./servers.ts";

export const loopbackServer = modelRule({
  id: "lvs/loopback-server",
  severity: "warning",
  summary: "A real_server behind DR or TUN should not be a loopback address",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const service of virtualServers)
      for (const server of service.realServers) {
        const method = methodOf(service, server);
        if (!server.ip || !method || method === "NAT" || !isLoopback(server.ip.value)) continue;
        report(
          server.ip.word.at,
          `${titleOf(server)} is the director itself, whichever it is: ${method} reaches no other machine by ${server.ip.value}`,
        );
      }
  },
});
