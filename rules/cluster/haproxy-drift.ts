import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { listens, running } from "../haproxy/proxies.ts";
import { clusterRule } from "../rule.ts";
import { type Balancer, balancerGroups } from "./balancers.ts";
import { listed } from "./compare.ts";
import { type Copy, reportDrift } from "./file-drift.ts";
import { bindSettings, proxySettings } from "./haproxy-settings.ts";
import { shortName } from "./machines.ts";
import type { Node } from "./model.ts";

export const haproxyDrift = clusterRule({
  id: "cluster/haproxy-drift",
  severity: "error",
  summary: "Load balancers that stand in for each other must send clients to the same servers",
  daemon: "silent",
  check(cluster, report) {
    for (const balancers of balancerGroups(cluster)) {
      const copies = copiesOf(balancers);
      if (![...copies.values()].some((of) => of.length === balancers.length)) continue;
      for (const [name, of] of copies) {
        if (of.length === balancers.length)
          reportDrift(
            report,
            of,
            "a failover changes what clients get",
            (keyword) => keyword === "dynamic-cookie-key",
          );
        else {
          const without = balancers.filter(({ node }) => !of.some((copy) => copy.node === node));
          const names = listed(without.map(({ node }) => node.name || "the other node"));
          report(of[0]!.at, `${name} is not on ${names}: after a failover it is gone`);
        }
      }
    }
  },
});

/** Running proxies by kind and name, outside `.if` arms. */
function copiesOf(balancers: readonly Balancer[]): ReadonlyMap<string, readonly Copy[]> {
  const copies = new Map<string, Copy[]>();
  for (const { node, document } of balancers)
    for (const proxy of running(document.model)) {
      const { kind, name, statement } = proxy;
      if (!name || name.word.hole || statement.branch || isOwn(proxy, node)) continue;
      const key = `${kind} ${name.value}`;
      const copy = { node, at: name.word.at, settings: proxySettings(proxy, node) };
      copies.set(key, [...(copies.get(key) ?? []), copy]);
    }
  return copies;
}

/** Named after the node, or listening on its own addresses alone: statistics, as a rule. */
const isOwn = (proxy: Proxy, node: Node): boolean =>
  (node.name !== "" && proxy.name!.value.includes(shortName(node.name))) ||
  (listens(proxy) && !proxy.binds.some((bind) => bindSettings(bind, node).length > 0));
