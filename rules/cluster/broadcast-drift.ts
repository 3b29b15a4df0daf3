import { addressOf } from "../../parsers/interfaces/address.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { optionNamed, type Stanza } from "../../parsers/interfaces/model.ts";
import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { type Cluster, modelsOf, type Node } from "./model.ts";
import { inSubnet } from "./net.ts";

export const broadcastDrift = clusterRule({
  id: "cluster/broadcast-drift",
  severity: "info",
  summary: "On one network either all nodes or none should write the broadcast address",
  daemon: "silent",
  check(cluster, report) {
    const all = memberships(cluster);
    for (const one of all) {
      if (optionNamed(one.stanza, "broadcast")) continue;
      const siblings = all.filter(
        (other) => other.node !== one.node && inSubnet(other.ip, one.ip, one.prefix),
      );
      const broadcasts = siblings.filter(({ stanza }) => optionNamed(stanza, "broadcast"));
      if (broadcasts.length < 2 || broadcasts.length < siblings.length) continue;
      const word = optionNamed(broadcasts[0]!.stanza, "broadcast")?.value;
      if (!word) continue;
      report(
        one.stanza.name.at,
        `${one.stanza.name.value} has no broadcast ${word.value} like ${listed(broadcasts.map(({ node }) => node.name))}: ifupdown works it out, but the files differ for no reason`,
        { related: [{ at: word.at, message: `broadcast of ${broadcasts[0]!.node.name}` }] },
      );
    }
  },
});

interface Membership {
  readonly node: Node;
  readonly stanza: Stanza;
  readonly ip: string;
  readonly prefix: number;
}

const memberships = ({ nodes }: Cluster): Membership[] =>
  nodes.flatMap((node) =>
    modelsOf(node, interfaces).flatMap(({ stanzas }) =>
      stanzas.flatMap((stanza) => {
        const address = addressOf(stanza);
        return address?.version === 4 && address.prefix !== undefined && address.prefix < 31
          ? [{ node, stanza, ip: address.ip, prefix: address.prefix }]
          : [];
      }),
    ),
  );
