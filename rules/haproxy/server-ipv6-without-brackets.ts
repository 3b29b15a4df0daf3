import { isIp6 } from "../../parsers/core/types.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { placedServers } from "./lookup.ts";
import { serverOption } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";

export const serverIpv6WithoutBrackets = modelRule({
  id: "haproxy/server-ipv6-without-brackets",
  scope: "section",
  severity: "error",
  summary: "The last colon of an IPv6 address without brackets divides off a port",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { server } of placedServers(model)) {
      const { address, addressWord, statement } = server;
      if (!address || !addressWord || addressWord.hole || address.kind !== "name") continue;
      const { value, at } = addressWord;
      if (!isIp6(value) || isIp6(address.host)) continue;
      const open =
        serverOption(server, "init-addr") !== undefined || serverOption(server, "resolvers") !== undefined;
      const message = `${value} is read as host ${address.host} and port ${value.slice(value.lastIndexOf(":") + 1)}`;
      report(at, message, {
        ...(open ? { daemon: "silent" as const } : unlessBranch(statement)),
        fix: { title: `write [${value}]`, safe: false, edits: [{ at, text: `[${value}]` }] },
      });
    }
  },
});
