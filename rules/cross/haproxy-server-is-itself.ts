import { haproxy } from "../../parsers/haproxy/index.ts";
import { haproxyListeners } from "../cluster/facts-haproxy.ts";
import { ownAddresses } from "../cluster/machines.ts";
import { documentsOf } from "../cluster/model.ts";
import { plainIp } from "../cluster/net.ts";
import { ownStatements } from "../cluster/stated-addresses.ts";
import type { Listener } from "../haproxy/listeners.ts";
import { running, serves } from "../haproxy/proxies.ts";
import { leadsTo } from "../haproxy/server-is-own-listener.ts";
import { serverName, serversOf } from "../haproxy/servers.ts";
import { nodeRule } from "../rule.ts";

export const haproxyServerIsItself = nodeRule({
  id: "cross/haproxy-server-is-itself",
  severity: "error",
  summary: "A server must not be the port of this machine that haproxy itself takes for it",
  daemon: "silent",
  check(node, report, { cluster }) {
    const stated = ownStatements(cluster).filter((one) => one.node === node);
    const own = new Map([...stated, ...ownAddresses(node)].map(({ ip, at }) => [plainIp(ip), at]));
    const listeners = haproxyListeners(node.documents).filter(takesAll);
    const ports = new Set(listeners.map(({ address }) => address.port?.low));
    for (const { model, root } of documentsOf(node, haproxy))
      for (const proxy of root ? running(model).filter(serves) : [])
        for (const server of serversOf(proxy)) {
          const { address, statement } = server;
          if (!address?.port || !ports.has(address.port.low)) continue;
          const at = own.get(plainIp(address.host));
          if (!at || address.port.relative || statement.branch) continue;
          const taken = listeners.find(
            (one) =>
              one.address.port?.low === address.port!.low &&
              (one.host === "::") === address.host.includes(":") &&
              leadsTo(one.proxy, proxy),
          );
          if (taken)
            report(
              address.at,
              `server ${serverName(server).value} is this machine, where haproxy itself has port ${address.port.low}: what is sent there comes back and goes round`,
              {
                related: [
                  { at: taken.address.at, message: "takes it on every address" },
                  { at, message: "the address of this machine" },
                ],
              },
            );
        }
  },
});

/** A TCP socket that takes what comes for any address of the machine. */
const takesAll = ({ host, key, bind }: Listener): boolean =>
  (host === "*" || host === "::") &&
  key.startsWith("tcp") &&
  !bind.options.some(({ name }) => /^(?:interface|namespace|transparent)$/.test(name));
