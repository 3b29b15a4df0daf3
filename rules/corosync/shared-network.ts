import { corosync } from "../../parsers/corosync/index.ts";
import { networkOf } from "./links.ts";
import { settledRule } from "./settled.ts";

export const sharedNetwork = settledRule({
  id: "corosync/shared-network",
  severity: "warning",
  summary: "The links of a node should go over different networks",
  format: corosync,
  daemon: "silent",
  check({ nodes }, report) {
    const node = nodes.find(({ addresses }) => addresses.length > 1);
    if (!node) return;
    const seen = new Map<string, (typeof node.addresses)[number]>();
    for (const address of node.addresses) {
      const network = networkOf(address.value, 3);
      const earlier = network ? seen.get(network) : undefined;
      if (network && !earlier) seen.set(network, address);
      if (earlier && earlier.value !== address.value)
        report(
          address.word.at,
          `links ${earlier.link} and ${address.link} are both in ${network}.x: one broken network cuts both`,
          {
            related: [{ at: earlier.word.at, message: `link ${earlier.link}` }],
          },
        );
    }
  },
});
