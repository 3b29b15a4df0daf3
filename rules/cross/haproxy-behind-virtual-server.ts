import { balancedBy, targetsOf } from "../cluster/directors.ts";
import { haproxyListeners } from "../cluster/facts-haproxy.ts";
import { nodeOfAddress } from "../cluster/machines.ts";
import { isLoopback, plainIp } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";

export const haproxyBehindVirtualServer = nodeRule({
  id: "cross/haproxy-behind-virtual-server",
  severity: "error",
  summary: "An address and port that a virtual_server balances must not be one that haproxy listens on",
  daemon: "silent",
  check(node, report, context) {
    const listeners = haproxyListeners(node.documents);
    for (const balanced of balancedBy(node)) {
      const { service, protocol } = balanced.server;
      if (service?.kind !== "address" || !service.port) continue;
      const { ip, port } = service;
      const serves = targetsOf(balanced).some(
        (target) => isLoopback(target.ip.value) || nodeOfAddress(context.cluster, target.ip.value) === node,
      );
      if (serves) continue;
      const carried = protocol?.value.toLowerCase() ?? "tcp";
      const taken = listeners.find(
        ({ address, key }) =>
          address.port &&
          address.port.low <= port.value &&
          port.value <= address.port.high &&
          key.startsWith(carried) &&
          /^ip[46]$/.test(address.kind) &&
          plainIp(address.host) === plainIp(ip.value),
      );
      if (taken)
        report(
          taken.address.at,
          `${ip.value}:${port.value} is also a virtual_server of keepalived: IPVS takes the connections before haproxy sees them`,
          { related: [{ at: ip.word.at, message: "the virtual_server" }] },
        );
    }
  },
});
