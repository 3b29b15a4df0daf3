import { corosync } from "../../parsers/corosync/index.ts";
import { listed } from "../cluster/compare.ts";
import { addressHere, ownAddresses, shortName } from "../cluster/machines.ts";
import { documentsOf } from "../cluster/model.ts";
import { isLoopback, plainIp } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";

export const corosyncAddressForeign = nodeRule({
  id: "cross/corosync-address-foreign",
  severity: "error",
  summary: "The ring addresses of a node must be on its interfaces",
  daemon: "silent",
  check(node, report) {
    const { addressesKnown } = node.facts;
    if (!addressesKnown || node.name === "") return;
    const own = ownAddresses(node);
    for (const { model } of documentsOf(node, corosync))
      for (const { name, addresses } of model.nodes) {
        if (!name || shortName(name.value) !== shortName(node.name)) continue;
        for (const address of addresses) {
          const ip = addressHere(node, address.value);
          if (!ip || isLoopback(ip) || own.some((one) => plainIp(one.ip) === ip)) continue;
          report(
            address.word.at,
            `ring${address.link}_addr ${address.value} is on no interface of ${node.name}, which has ${listed(own.map((one) => one.ip))}: the link stays down`,
            { related: own.slice(0, 1).map(({ at, label }) => ({ at, message: `the address of ${label}` })) },
          );
        }
      }
  },
});
