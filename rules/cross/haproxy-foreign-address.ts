import { haproxyListeners } from "../cluster/facts-haproxy.ts";
import { isManagedKnown, managedVips } from "../cluster/managed.ts";
import { isLoopback, plainIp } from "../cluster/net.ts";
import { mentions } from "../cluster/real-servers.ts";
import { routersOf } from "../cluster/vrrp.ts";
import { nodeRule } from "../rule.ts";

/** Programs that put addresses on a machine which halint does not read. */
const managers = /\/(?:heartbeat|ucarp|wackamole|ctdb|keepalived\.data)\b|\/(?:netplan|systemd\/network)\//;
const pacemaker = /\/(?:corosync|pacemaker)\b/;

export const haproxyForeignAddress = nodeRule({
  id: "cross/haproxy-foreign-address",
  severity: "error",
  summary: "An address that haproxy listens on must be one of the machine or a virtual one",
  daemon: "silent",
  check(node, report, context) {
    const { addressesKnown, addresses, vips, sysctl } = node.facts;
    const routers = routersOf(node);
    if (!addressesKnown || routers.some(({ document }) => !document.root || !document.whole)) return;
    if (routers.some(({ instance }) => instance.virtualIps.some(({ ip }) => !ip))) return;
    const paths = [...(node.paths ?? [])];
    if (paths.some((path) => managers.test(path))) return;
    if (paths.some((path) => pacemaker.test(path)) && !isManagedKnown(context.cluster)) return;
    const held = new Set(
      [...addresses, ...vips, ...managedVips(context.cluster)].map(({ ip }) => plainIp(ip)),
    );
    const nonlocal = sysctl.get("net.ipv4.ip_nonlocal_bind")?.value === "1";
    for (const { bind, address } of haproxyListeners(node.documents)) {
      const ip = plainIp(address.host);
      if (address.kind !== "ip4" || isLoopback(ip) || held.has(ip)) continue;
      if (bind.options.some(({ name, word }) => /^(transparent|namespace)$/.test(name) || word.hole))
        continue;
      if (mentions(node, new RegExp(`(?<![\\d.])${ip.replaceAll(".", "\\.")}(?!\\d)`))) continue;
      const [vip] = vips;
      report(
        address.at,
        `no interface and no vrrp_instance here has ${ip}: ${nonlocal ? "no client gets to this listener" : "haproxy does not start"}`,
        { related: vip ? [{ at: vip.at, message: "a virtual address of this node" }] : [] },
      );
    }
  },
});
