import { keepalived } from "../../parsers/keepalived/index.ts";
import { plainIp } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { headOf, portAt, titleOf } from "./servers.ts";
import { endpointsOf, servedBy, targetsOf } from "./services.ts";

export const virtualAddressAsServer = modelRule({
  id: "lvs/virtual-address-as-server",
  severity: "error",
  summary: "A server must not have the address of its own virtual_server",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    for (const served of servedBy(model)) {
      const endpoints = endpointsOf(served).map((one) => ({ ...one, ip: plainIp(one.ip) }));
      for (const { server, method } of targetsOf(served.service)) {
        if (!server.ip) continue;
        const ip = plainIp(server.ip.value);
        const port = portAt(server.statement, 1);
        const own = endpoints.find(
          (one) => one.ip === ip && (method !== "NAT" || !port || port === one.port),
        );
        if (own)
          report(
            server.ip.word.at,
            `${titleOf(server)} is the address of ${titleOf(own)} itself: the director sends the packets to itself`,
            {
              related: [{ at: headOf(own), message: "the address that clients use" }],
            },
          );
      }
    }
  },
});
