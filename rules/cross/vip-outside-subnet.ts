import { listed } from "../cluster/compare.ts";
import { inSubnet, isLinkLocal, networkName } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";
import { vipNetworks } from "./vip-networks.ts";

export const vipOutsideSubnet = nodeRule({
  id: "cross/vip-outside-subnet",
  severity: "warning",
  summary: "A virtual address should lie in a network of the interface it is put on",
  daemon: "silent",
  check(node, report) {
    for (const { vip, device, networks } of vipNetworks(node)) {
      if (isLinkLocal(vip.ip) || networks.some(({ ip, prefix }) => inSubnet(vip.ip, ip, prefix))) continue;
      report(
        vip.at,
        `virtual address ${vip.ip} is in no network of ${device} (${listed(networks.map(networkName))}): the neighbours have no way to it`,
        { related: networks.slice(0, 1).map(({ at }) => ({ at, message: `the address of ${device}` })) },
      );
    }
  },
});
