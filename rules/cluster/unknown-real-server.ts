import { grouped } from "../../parsers/core/remembered.ts";
import { clusterRule } from "../rule.ts";
import { balancedBy, targetsOf } from "./directors.ts";
import { nodeOfAddress } from "./machines.ts";
import { plainIp } from "./net.ts";
import { servedBy } from "./real-servers.ts";

export const unknownRealServer = clusterRule({
  id: "cluster/unknown-real-server",
  severity: "warning",
  summary: "The address of a real server or sorry server should be that of a node",
  byAbsence: true,
  daemon: "silent",
  check(cluster, report) {
    const served = grouped(servedBy(cluster), ({ balanced }) => balanced.server);
    const named = new Set(cluster.nodes.flatMap(({ facts }) => facts.names.map(({ ip }) => plainIp(ip))));
    const addressesKnown = cluster.nodes.every(({ facts }) => facts.addressesKnown);
    const namesKnown = cluster.nodes.every(({ facts }) => facts.names.length > 0);
    if (!addressesKnown && !namesKnown) return;
    for (const balanced of cluster.nodes.flatMap(balancedBy)) {
      const targets = targetsOf(balanced);
      const strangers = targets.filter(({ ip }) => !nodeOfAddress(cluster, ip.value));
      for (const { kind, ip } of strangers) {
        const one = served.get(balanced.server)?.[0];
        if (!one || named.has(plainIp(ip.value)) || (!addressesKnown && strangers.length > 1)) continue;
        const nowhere = addressesKnown
          ? "is no address of any node"
          : "is in no /etc/hosts, unlike the other targets";
        report(ip.word.at, `${kind} ${ip.value} ${nowhere}: nobody answers there`, {
          related: [{ at: one.target.ip.word.at, message: `this one is ${one.node.name}` }],
        });
      }
    }
  },
});
