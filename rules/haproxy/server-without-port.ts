import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { bindsOf } from "./binds.ts";
import { placedServers } from "./lookup.ts";
import { serverOption } from "./proxies.ts";
import { isOn, serverName } from "./servers.ts";

export const serverWithoutPort = modelRule({
  id: "haproxy/server-without-port",
  severity: "warning",
  summary: "A server without a port is asked on whatever port the client asked for",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const ranges = bindsOf(model).some(({ bind }) =>
      bind.addresses.some(({ port }) => port && port.high > port.low),
    );
    if (ranges) return;
    for (const { server } of placedServers(model)) {
      const { address, addressWord } = server;
      if (!address || !addressWord || address.port || address.faults.length > 0 || address.family === "rhttp")
        continue;
      if (!/^(ip4|ip6|name)$/.test(address.kind) || address.host === "0.0.0.0") continue;
      if (isOn(server, "check") && !serverOption(server, "port")) continue;
      const { value } = serverName(server);
      report(
        addressWord.at,
        `server ${value} has no port: it is asked on the port that the client connected to`,
      );
    }
  },
});
