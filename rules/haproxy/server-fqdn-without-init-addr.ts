import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addWords } from "./edits.ts";
import { isNamed } from "./names.ts";
import { running, serverOption } from "./proxies.ts";
import { isOpen, serverName, serversOf } from "./servers.ts";

export const serverFqdnWithoutInitAddr = modelRule({
  id: "haproxy/server-fqdn-without-init-addr",
  scope: "section",
  severity: "warning",
  summary: "haproxy does not start when a server's host name cannot be resolved",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      const servers = serversOf(proxy).filter(
        (server) => isNamed(server) && !isOpen(server) && !serverOption(server, "init-addr"),
      );
      const [first] = servers;
      if (!first) continue;
      const { value } = serverName(first);
      const others = servers.length > 1 ? `, and of ${servers.length - 1} more here,` : "";
      const message = `haproxy does not start while the name of server ${value}${others} cannot be resolved`;
      const edits = servers.map(({ statement }) => addWords(statement, "init-addr last,libc,none"));
      report(first.addressWord!.at, message, {
        fix: { title: "add init-addr last,libc,none", safe: false, edits },
      });
    }
  },
});
