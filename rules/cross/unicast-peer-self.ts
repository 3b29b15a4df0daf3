import { ownAddresses } from "../cluster/machines.ts";
import type { Node } from "../cluster/model.ts";
import { plainIp } from "../cluster/net.ts";
import { routersOf } from "../cluster/vrrp.ts";
import { nodeRule } from "../rule.ts";

export const unicastPeerSelf = nodeRule({
  id: "cross/unicast-peer-self",
  severity: "error",
  summary: "unicast_peer must not name an address of an interface of the node itself",
  daemon: "silent",
  check(node, report) {
    for (const { instance } of routersOf(node))
      for (const { ip, statement } of instance.unicastPeers) {
        const source = instance.unicastSrcIp && plainIp(instance.unicastSrcIp.value);
        const peer = ip && plainIp(ip.value);
        const own = ownAddresses(node).find((address) => plainIp(address.ip) === peer);
        if (!ip || !own || peer === source || isForeign(node, source)) continue;
        report(
          ip.word.at,
          `unicast_peer ${ip.value} is ${own.label} of this node itself: each advert comes back as one of equal priority with the own address`,
          {
            related: [{ at: own.at, message: "an address of this node" }],
            fix: { title: "remove the line", safe: false, edits: [{ at: statement.at, text: "" }] },
          },
        );
      }
  },
});

/** cross/unicast-source-not-local tells then that the instance is another machine's. */
const isForeign = (node: Node, source: string | undefined): boolean =>
  source !== undefined && !node.facts.addresses.some(({ ip }) => plainIp(ip) === source);
