import { haproxyListeners } from "../cluster/facts-haproxy.ts";
import { isManagedKnown, managedVips } from "../cluster/managed.ts";
import type { Cluster, Node } from "../cluster/model.ts";
import { isLoopback, plainIp } from "../cluster/net.ts";
import { mentions } from "../cluster/real-servers.ts";
import { routersOf, virtualRouters } from "../cluster/vrrp.ts";
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
    const peers = addressesKnown || routers.length === 0 ? [] : balancersBeside(context.cluster, node);
    if (!addressesKnown && peers.length === 0) return;
    if (routers.some(({ document }) => !document.root || !document.whole)) return;
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
      const twin = addressesKnown ? undefined : listenerOn(peers, ip);
      if (!addressesKnown && !twin) continue;
      if (mentions(node, new RegExp(`(?<![\\d.])${ip.replaceAll(".", "\\.")}(?!\\d)`))) continue;
      const [vip] = vips;
      const who = twin
        ? `no vrrp_instance moves ${ip} between ${node.name} and ${twin.node.name}, which both listen there`
        : `no interface and no vrrp_instance here has ${ip}`;
      report(
        address.at,
        `${who}: ${nonlocal ? "no client gets to this listener" : "haproxy does not start"}`,
        {
          related: [
            ...(twin ? [{ at: twin.at, message: `the listener on ${twin.node.name}` }] : []),
            ...(vip ? [{ at: vip.at, message: "a virtual address of this node" }] : []),
          ],
        },
      );
    }
  },
});

/** The machines that stand in for this one by VRRP. */
const balancersBeside = (cluster: Cluster, node: Node): readonly Node[] =>
  virtualRouters(cluster)
    .filter((routers) => routers.some((router) => router.node === node))
    .flatMap((routers) => routers.map((router) => router.node))
    .filter((other) => other !== node);

/** Two machines cannot have one address of their own: one that both listen on must move between them. */
function listenerOn(nodes: readonly Node[], ip: string) {
  for (const node of nodes)
    for (const { address } of haproxyListeners(node.documents))
      if (plainIp(address.host) === ip) return { node, at: address.at };
  return undefined;
}
