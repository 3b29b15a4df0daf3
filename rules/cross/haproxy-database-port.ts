import { haproxy } from "../../parsers/haproxy/index.ts";
import { nodeOfAddress } from "../cluster/machines.ts";
import { documentsOf, type Node } from "../cluster/model.ts";
import { checkOf } from "../haproxy/checks.ts";
import { inProxies } from "../haproxy/inProxies.ts";
import { isRunning, serverOption, serves } from "../haproxy/proxies.ts";
import { serverName, serversOf, unlessBranch } from "../haproxy/servers.ts";
import { nodeRule } from "../rule.ts";

export const haproxyDatabasePort = nodeRule({
  id: "cross/haproxy-database-port",
  severity: "error",
  summary: "haproxy must ask a database where it listens for clients",
  daemon: "silent",
  check(node, report, { cluster }) {
    for (const { model, root } of documentsOf(node, haproxy))
      for (const server of root ? askedAsMysql(model) : []) {
        const { address, statement } = server;
        const { port } = address ?? {};
        if (!address || !port || port.relative || serverOption(server, "port")) continue;
        const target = nodeOfAddress(cluster, address.host);
        const ports = target ? clientPorts(target) : [];
        if (!target || ports.length === 0 || ports.some((one) => one.port === port.low)) continue;
        report(
          port.at,
          `server ${serverName(server).value} is asked at port ${port.low}, and ${target.name} serves clients at ${ports[0]!.port}: every check of it fails`,
          {
            ...unlessBranch(statement),
            related: [{ at: ports[0]!.at, message: `where ${target.name} listens` }],
          },
        );
      }
  },
});

const askedAsMysql = inProxies((proxy) =>
  isRunning(proxy) && serves(proxy) && checkOf(proxy)?.name === "mysql-check" ? serversOf(proxy) : [],
);

/** Where the machine's MySQL or MariaDB surely serves clients; a proxy of its own may have other ports. */
const clientPorts = ({ facts }: Node) =>
  facts.ports.some(({ service }) => service === "HAProxy")
    ? []
    : facts.ports.filter(({ service }) => service === "MySQL clients");
