import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import type { IpvsadmRules } from "../../parsers/ipvsadm/model.ts";
import { modelRule } from "../rule.ts";

export const forcedPort = modelRule<IpvsadmRules>({
  id: "ipvsadm-rules/forced-port",
  severity: "error",
  summary: "With direct routing and tunnels a real server has the port of its service",
  daemon: "silent",
  format: ipvsadmRules,
  check({ rules }, report) {
    for (const { command, service, server, forwarding } of rules) {
      const port = service?.endpoint?.port;
      if ((command !== "-a" && command !== "-e") || !port || !server?.port || forwarding === "masquerading")
        continue;
      if (!isNumber(port) || !isNumber(server.port) || Number(port) === Number(server.port)) continue;
      const how = forwarding === "tunnel" ? "a tunnel" : "direct routing";
      report(server.at, `port ${server.port} is not used: ${how} leaves the port of the service, ${port}`, {
        related: [{ at: service.at, message: "the service" }],
      });
    }
  },
});

const isNumber = (port: string): boolean => /^\d+$/.test(port);
