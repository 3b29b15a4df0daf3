import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isNamed } from "./names.ts";
import { running, serverOption } from "./proxies.ts";
import { isOpen, serverName, serversOf } from "./servers.ts";

export const serverFqdnWithoutResolvers = modelRule({
  id: "haproxy/server-fqdn-without-resolvers",
  scope: "section",
  severity: "info",
  summary: "A server's host name without resolvers is looked up once, at start",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      const servers = serversOf(proxy).filter(
        (server) => isNamed(server) && !isOpen(server) && !serverOption(server, "resolvers"),
      );
      const [first] = servers;
      if (!first) continue;
      const { value } = serverName(first);
      const others = servers.length > 1 ? `, like ${servers.length - 1} more here,` : "";
      const message = `${first.address!.host} of server ${value}${others} is looked up once, at start: without resolvers a new address is not noticed`;
      report(first.addressWord!.at, message);
    }
  },
});
