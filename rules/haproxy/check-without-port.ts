import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { checkLines } from "./checks.ts";
import { running, serverOption } from "./proxies.ts";
import { isOn, isOpen, serverName, serversOf, unlessBranch } from "./servers.ts";

export const checkWithoutPort = modelRule({
  id: "haproxy/check-without-port",
  severity: "error",
  summary: "A server that is checked needs a port to check",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      const steps = [...checkLines(proxy, "http-check"), ...checkLines(proxy, "tcp-check")];
      if (steps.some(({ action, args }) => action === "connect" && args.length > 0)) continue;
      for (const server of serversOf(proxy)) {
        const { address, addressWord, statement } = server;
        if (
          !address ||
          !addressWord ||
          !/^(ip4|ip6|name|any)$/.test(address.kind) ||
          address.family === "rhttp"
        )
          continue;
        if (address.faults.length > 0 || isOpen(server)) continue;
        const name = serverName(server).value;
        const { port } = address;
        if (
          isOn(server, "check") &&
          !serverOption(server, "port") &&
          (!port || port.relative || port.low === 0)
        ) {
          const why = port?.relative ? "only a shift of the client's port" : "no port";
          report(
            addressWord.at,
            `server ${name} is checked but has ${why}: which port to check is not said`,
            unlessBranch(statement),
          );
        }
        if (isOn(server, "agent-check") && !serverOption(server, "agent-port"))
          report(addressWord.at, `server ${name} has agent-check but no agent-port`, unlessBranch(statement));
      }
    }
  },
});
