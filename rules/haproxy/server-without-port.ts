import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { bindsOf } from "./binds.ts";
import { inProxies } from "./inProxies.ts";
import { isSrv } from "./names.ts";
import { isRunning, serverOption } from "./proxies.ts";
import { isOn, serverName, serversOf } from "./servers.ts";

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
    for (const { at, name } of portless(model))
      report(at, `server ${name} has no port: it is asked on the port that the client connected to`);
  },
});

/** Where servers of running proxies have no port of any kind, with their names. */
const portless = inProxies((proxy) =>
  (isRunning(proxy) ? serversOf(proxy) : []).flatMap((server) => {
    const { address, addressWord } = server;
    if (!address || !addressWord || address.port || address.faults.length > 0 || address.family === "rhttp")
      return [];
    if (isSrv(address)) return [];
    if (!/^(ip4|ip6|name)$/.test(address.kind) || address.host === "0.0.0.0") return [];
    if (isOn(server, "check") && !serverOption(server, "port")) return [];
    return [{ at: addressWord.at, name: serverName(server).value }];
  }),
);
