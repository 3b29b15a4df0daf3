import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { listens, running, serverOption } from "./proxies.ts";
import { isOn, serverName, serversOf } from "./servers.ts";

export const serverWithoutPort = modelRule({
  id: "haproxy/server-without-port",
  severity: "warning",
  summary: "A server without a port is asked on whatever port the client asked for",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const proxies = running(model);
    const ranges = proxies
      .filter(listens)
      .some(({ binds }) =>
        binds.some(({ addresses }) => addresses.some(({ port }) => port && port.high > port.low)),
      );
    if (ranges) return;
    for (const proxy of proxies)
      for (const server of serversOf(proxy)) {
        const { address, addressWord } = server;
        if (
          !address ||
          !addressWord ||
          address.port ||
          address.faults.length > 0 ||
          address.family === "rhttp"
        )
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
