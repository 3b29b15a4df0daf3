import { listed } from "../cluster/compare.ts";
import { balancedBy } from "../cluster/directors.ts";
import { nodeOfAddress } from "../cluster/machines.ts";
import { plainIp } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";

export const unmanagedVirtualServer = nodeRule({
  id: "cross/unmanaged-virtual-server",
  severity: "error",
  summary: "The address of a virtual_server must be a virtual address or another address of the node",
  daemon: "silent",
  check(node, report, context) {
    const { vips, addresses, addressesKnown } = node.facts;
    const own = [...vips, ...addresses].map(({ ip }) => plainIp(ip));
    for (const { ip, document } of balancedBy(node)) {
      if (!ip || !document.root || !document.whole || own.includes(plainIp(ip.value))) continue;
      if (!addressesKnown && (vips.length === 0 || nodeOfAddress(context.cluster, ip.value) === node))
        continue;
      const [vip] = vips;
      report(
        ip.word.at,
        `virtual_server ${ip.value} is no address of this node${vip ? `, whose virtual addresses are ${listed([...new Set(vips.map((one) => one.ip))])}` : ""}: no packet for it arrives here`,
        { related: vip ? [{ at: vip.at, message: `the virtual address of ${vip.owner}` }] : [] },
      );
    }
  },
});
