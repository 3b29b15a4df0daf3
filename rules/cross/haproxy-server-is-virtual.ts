import { haproxy } from "../../parsers/haproxy/index.ts";
import { haproxyListeners } from "../cluster/facts-haproxy.ts";
import { documentsOf } from "../cluster/model.ts";
import { plainIp } from "../cluster/net.ts";
import { running, serves } from "../haproxy/proxies.ts";
import { serverName, serversOf } from "../haproxy/servers.ts";
import { nodeRule } from "../rule.ts";

export const haproxyServerIsVirtual = nodeRule({
  id: "cross/haproxy-server-is-virtual",
  severity: "warning",
  summary: "A server should not be the virtual address and port that haproxy itself serves",
  daemon: "silent",
  check(node, report) {
    if (node.facts.vips.length === 0) return;
    const listeners = haproxyListeners(node.documents);
    for (const { model, root } of documentsOf(node, haproxy))
      for (const server of root ? running(model).filter(serves).flatMap(serversOf) : []) {
        const { address, statement } = server;
        const port = address?.port;
        if (!address || !port || port.relative || statement.branch) continue;
        const vip = node.facts.vips.find(({ ip }) => plainIp(ip) === plainIp(address.host));
        const taken = listeners.find(
          (one) =>
            one.host === (vip?.ip.includes(":") ? "::" : "*") &&
            one.key.startsWith("tcp") &&
            one.address.port?.low === port.low,
        );
        if (vip && taken)
          report(
            address.at,
            `server ${serverName(server).value} is the virtual address of ${vip.owner}, where haproxy itself takes port ${port.low}: connections come back to the load balancers`,
            {
              related: [
                { at: taken.address.at, message: "takes them" },
                { at: vip.at, message: "the virtual address" },
              ],
            },
          );
      }
  },
});
