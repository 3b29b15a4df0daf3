import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { connects } from "./checks.ts";
import { serversWith } from "./lookup.ts";
import { serverOption } from "./proxies.ts";
import { isOn, isOpen, serverName, unlessBranch } from "./servers.ts";

export const checkWithoutPort = modelRule({
  id: "haproxy/check-without-port",
  scope: "section",
  severity: "error",
  summary: "A server that is checked needs a port to check",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { server, proxy } of serversWith(model, "check", "agent-check")) {
      const { address, addressWord, statement } = server;
      if (!address || !addressWord || address.kind === "path" || address.kind === "fd") continue;
      const { port } = address;
      const portless = !port || port.relative || port.low === 0;
      if ((!portless && !isOn(server, "agent-check")) || connects(proxy)) continue;
      if (address.family === "rhttp" || address.faults.length > 0 || isOpen(server)) continue;
      const name = serverName(server).value;
      if (portless && isOn(server, "check") && !serverOption(server, "port")) {
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
  },
});
