import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { chainOf, listens, running, serverOption } from "../haproxy/proxies.ts";
import { clusterRule, type Report } from "../rule.ts";
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
        if (of.length === balancers.length) {
          reportDrift(
            report,
            of,
            "a failover changes what clients get",
            (keyword) => keyword === "dynamic-cookie-key",
          );
          reportOrder(report, of);
        } else {
          const without = balancers.filter(({ node }) => !of.some((copy) => copy.node === node));
          const names = listed(without.map(({ node }) => node.name || "the other node"));
          report(of[0]!.at, `${name} is not on ${names}: after a failover it is gone`);
        }
      }
    }
  },
});

/** A proxy on one node. */
export interface ProxyCopy extends Copy {
  readonly proxy: Proxy;
}

/** Algorithms by which a server is chosen by its number: its place, where it has no `id`. */
const byNumber = /^(source|uri|url_param|hdr|rdp-cookie|hash|log-hash)$/;

/** The same servers in another order, where a hash chooses among them. */
function reportOrder(report: Report, copies: readonly ProxyCopy[]): void {
  const [first, ...others] = copies;
  const names = ({ servers }: Proxy): string[] => servers.map(({ name }) => name.value);
  const balance = first && chainOf(first.proxy).find((one) => one.balance)?.balance;
  if (!balance || !byNumber.test(balance.algorithm)) return;
  if (
    copies.some(({ proxy }) =>
      proxy.servers.some(
        (one) => ["id", "hash-key"].some((name) => serverOption(one, name)) || one.statement.branch,
      ),
    )
  )
    return;
  const order = names(first.proxy);
  for (const { node, proxy } of others) {
    const theirs = names(proxy);
    const at = order.findIndex((name, i) => name !== theirs[i]);
    if (at < 0 || [...order].sort().join() !== [...theirs].sort().join()) continue;
    const who = node.name || "the other node";
    report(
      first.proxy.servers[at]!.name.word.at,
      `server ${order[at]} is number ${at + 1} here, ${theirs[at]} on ${who}: balance ${balance.algorithm} chooses by number, so that a failover changes what clients get`,
      { related: [{ at: proxy.servers[at]!.name.word.at, message: `what ${who} has` }] },
    );
    return;
  }
}

/** Running proxies by kind and name, outside `.if` arms. */
export function copiesOf(balancers: readonly Balancer[]): ReadonlyMap<string, readonly ProxyCopy[]> {
  const copies = new Map<string, ProxyCopy[]>();
  const nodes = balancers.map(({ node }) => node);
  for (const { node, document } of balancers)
    for (const proxy of running(document.model)) {
      const { kind, name, statement } = proxy;
      if (!name || name.word.hole || statement.branch || isOwn(proxy, node, nodes)) continue;
      const key = `${kind} ${name.value}`;
      const copy = { node, proxy, at: name.word.at, settings: proxySettings(proxy, node, nodes) };
      copies.set(key, [...(copies.get(key) ?? []), copy]);
    }
  return copies;
}

/** Named after the node, or listening on its own addresses alone: statistics, as a rule. */
const isOwn = (proxy: Proxy, node: Node, nodes: readonly Node[]): boolean =>
  (node.name !== "" && proxy.name!.value.includes(shortName(node.name))) ||
  (listens(proxy) && !proxy.binds.some((bind) => bindSettings(bind, nodes).length > 0));
