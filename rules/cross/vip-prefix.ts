import { familyOf, inSubnet } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";
import { vipNetworks } from "./vip-networks.ts";

export const vipPrefix = nodeRule({
  id: "cross/vip-prefix",
  severity: "warning",
  summary: "A virtual address should be a host address or have the prefix of its network",
  daemon: "silent",
  check(node, report) {
    for (const { vip, device, networks } of vipNetworks(node)) {
      const network = networks.find(({ ip, prefix }) => inSubnet(vip.ip, ip, prefix));
      const bits = familyOf(vip.ip) === 4 ? 32 : 128;
      if (!network || vip.prefix === undefined || vip.prefix === bits || vip.prefix === network.prefix)
        continue;
      report(
        vip.at,
        `virtual address ${vip.ip}/${vip.prefix}, but the network of ${device} is /${network.prefix}: with the address comes a second route to it, and leaves with it`,
        { related: [{ at: network.at, message: `${device} has /${network.prefix}` }] },
      );
    }
  },
});
