import { corosync } from "../../parsers/corosync/index.ts";
import { shortName } from "../cluster/machines.ts";
import { documentsOf } from "../cluster/model.ts";
import { plainIp } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";

export const corosyncAddressOfOther = nodeRule({
  id: "cross/corosync-address-of-other",
  severity: "error",
  summary: "A ring address of one node must not be that of another in /etc/hosts",
  daemon: "silent",
  check(node, report) {
    for (const { model } of documentsOf(node, corosync)) {
      const members = model.nodes.flatMap(({ name }) => (name ? [shortName(name.value)] : []));
      for (const { name, addresses } of model.nodes)
        for (const { value, numeric, link, word } of name ? addresses : []) {
          const named = node.facts.names.filter(({ ip }) => numeric && plainIp(ip) === plainIp(value));
          const own = named.some((fact) => shortName(fact.name) === shortName(name!.value));
          const other = named.find((fact) => members.includes(shortName(fact.name)));
          if (own || !other) continue;
          report(
            word.at,
            `ring${link}_addr ${value} of ${name!.value} is ${other.name} in /etc/hosts: corosync takes one machine for the other`,
            { related: [{ at: other.at, message: `${other.ip} is ${other.name}` }] },
          );
        }
    }
  },
});
