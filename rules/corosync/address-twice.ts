import { corosync } from "../../parsers/corosync/index.ts";
import type { ClusterNode, RingAddress } from "../../parsers/corosync/model.ts";
import { calledOf } from "./links.ts";
import { settledRule } from "./settled.ts";

export const addressTwice = settledRule({
  id: "corosync/address-twice",
  severity: "error",
  summary: "An address must belong to one link of one node",
  format: corosync,
  daemon: "silent",
  check({ nodes }, report) {
    const first = new Map<string, { address: RingAddress; node: ClusterNode }>();
    for (const node of nodes)
      for (const address of node.addresses) {
        const earlier = first.get(address.value);
        if (!earlier) {
          first.set(address.value, { address, node });
          continue;
        }
        const key = `ring${earlier.address.link}_addr`;
        report(
          address.word.at,
          earlier.node === node
            ? `${address.value} is ${key} of the same node: both links go over one address, so that one failure ends both`
            : `${address.value} is the address of ${calledOf(earlier.node)} too: the two nodes cannot be told apart`,
          { related: [{ at: earlier.address.word.at, message: `${key} of ${calledOf(earlier.node)}` }] },
        );
      }
  },
});
