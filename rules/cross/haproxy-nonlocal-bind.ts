import { haproxyListeners } from "../cluster/facts-haproxy.ts";
import { plainIp } from "../cluster/net.ts";
import { mentions } from "../cluster/real-servers.ts";
import { sysctlFiles } from "../cluster/settings.ts";
import { nodeRule } from "../rule.ts";

export const haproxyNonlocalBind = nodeRule({
  id: "cross/haproxy-nonlocal-bind",
  severity: "error",
  summary: "A virtual address can be bound on every node only with ip_nonlocal_bind or transparent",
  daemon: "silent",
  check(node, report) {
    const { sysctl, interfacesKnown, addresses, vips } = node.facts;
    const isKnown = interfacesKnown || sysctlFiles(node).length > 0;
    if (!isKnown || mentions(node, /ip_nonlocal_bind/)) return;
    const own = new Set(addresses.map(({ ip }) => plainIp(ip)));
    for (const { bind, address } of haproxyListeners(node.documents)) {
      if (!/^ip[46]$/.test(address.kind) || own.has(plainIp(address.host))) continue;
      const vip = vips.find(({ ip }) => plainIp(ip) === plainIp(address.host));
      if (!vip || bind.options.some(({ name, word }) => /^(transparent|namespace)$/.test(name) || word.hole))
        continue;
      const key = `net.${address.kind === "ip6" ? "ipv6" : "ipv4"}.ip_nonlocal_bind`;
      const set = sysctl.get(key);
      if (set && set.value !== "0") continue;
      report(
        address.at,
        `${address.host} is a virtual address of ${vip.owner}, and ${key} is ${set ? set.value : "set nowhere"}: haproxy does not start on the node that does not hold the address`,
        {
          related: [
            { at: vip.at, message: "the virtual address" },
            ...(set ? [{ at: set.at, message: "what forbids it" }] : []),
          ],
          fix: {
            title: "add transparent",
            safe: false,
            edits: [{ at: bind.word!.at.with({ start: bind.word!.at.end }), text: " transparent" }],
          },
        },
      );
    }
  },
});
