import type { Setting } from "../../parsers/core/settings.ts";
import { listed } from "../cluster/compare.ts";
import { nodeOfAddress, ownAddresses } from "../cluster/machines.ts";
import { plainIp } from "../cluster/net.ts";
import { routersOf } from "../cluster/vrrp.ts";
import { nodeRule } from "../rule.ts";

export const unicastSourceNotLocal = nodeRule({
  id: "cross/unicast-source-not-local",
  severity: "error",
  summary: "The source address of VRRP adverts must be an address of the node",
  daemon: "silent",
  check(node, report, { cluster }) {
    for (const { instance } of routersOf(node))
      for (const source of [instance.unicastSrcIp, instance.mcastSrcIp]) {
        if (!source) continue;
        const owner = nodeOfAddress(cluster, source.value);
        const known = node.facts.addressesKnown;
        if (owner === node || isLocal(source) || (!owner && !known)) continue;
        const own = ownAddresses(node);
        const whose = owner
          ? `is the address of ${owner.name}`
          : `is no address of this node, which has ${listed(own.map(({ ip }) => ip))}`;
        report(
          source.word.at,
          `${source.statement.keyword.value} ${source.value} ${whose}: the instance stays in FAULT`,
          { related: own.slice(0, 1).map(({ at }) => ({ at, message: "an address of this node" })) },
        );
      }

    function isLocal({ value }: Setting<string>): boolean {
      return node.facts.addresses.some(({ ip }) => plainIp(ip) === plainIp(value));
    }
  },
});
