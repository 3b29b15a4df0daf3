import type { Span } from "../../parsers/core/source.ts";
import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import type { IpvsadmRules } from "../../parsers/ipvsadm/model.ts";
import { modelRule } from "../rule.ts";

export const repeatedService = modelRule<IpvsadmRules>({
  id: "ipvsadm-rules/repeated-service",
  severity: "error",
  summary: "A virtual service, and a real server of it, must be added once",
  daemon: "rejects",
  format: ipvsadmRules,
  check({ rules }, report) {
    const added = new Map<string, Span>();
    for (const { command, service, server, statement } of rules) {
      if (command === "-C" || command === "-D" || command === "-d") added.clear();
      const isServer = command === "-a" && server;
      if (!service || !(command === "-A" || isServer)) continue;
      const key = isServer
        ? `${service.key} ${server.host}:${server.port || (service.endpoint?.port ?? "")}`
        : service.key;
      const earlier = added.get(key);
      if (!earlier) added.set(key, statement.at);
      else
        report(
          statement.at,
          `${isServer ? server.host : service.key} is added already: ipvsadm -R refuses this line`,
          {
            related: [{ at: earlier, message: "the first one" }],
          },
        );
    }
  },
});
