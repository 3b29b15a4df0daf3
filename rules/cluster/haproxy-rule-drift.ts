import type { Statement } from "../../parsers/core/tree.ts";
import { lineWords } from "../../parsers/haproxy/lineWords.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { titleOf } from "../haproxy/proxies.ts";
import { clusterRule } from "../rule.ts";
import { type Balancer, balancerGroups } from "./balancers.ts";
import { copiesOf, type ProxyCopy } from "./haproxy-drift.ts";
import { ownAddresses, shortName } from "./machines.ts";

/** Lines that decide what becomes of a request or connection. */
const decides =
  /^(acl|http-(request|response|after-response)|tcp-(request|response)|use_backend|use-server|redirect|stick|option|timeout|http-check|tcp-check|errorfile|errorfiles|compression|filter|capture|monitor-uri|monitor|retries|retry-on|fullconn|maxconn|declare|http-reuse|force-persist|ignore-persist)\b/;

export const haproxyRuleDrift = clusterRule({
  id: "cluster/haproxy-rule-drift",
  severity: "warning",
  summary: "Load balancers that stand in for each other should treat requests alike",
  daemon: "silent",
  check(cluster, report) {
    for (const balancers of balancerGroups(cluster)) {
      const isOwn = ownTexts(balancers);
      for (const copies of copiesOf(balancers).values()) {
        if (copies.length !== balancers.length) continue;
        const all = copies.map((copy) => ({ copy, lines: linesOf(copy.proxy, isOwn) }));
        if (all.some(({ copy }) => isOpen(copy.proxy))) continue;
        for (const one of all) {
          const without = all.filter((other) => other !== one && lacking(one.lines, other.lines).length > 0);
          const [other] = without;
          const missing = other ? lacking(one.lines, other.lines) : [];
          const [first, ...more] = missing;
          if (!other || !first) continue;
          const others = more.length > 0 ? ` and ${more.length} more of its lines are` : " is";
          const who = other.copy.node.name || "the other node";
          report(
            first.at,
            `${first.keyword.value} here${others} not in ${titleOf(one.copy.proxy)} of ${who}: a failover changes what becomes of requests`,
            { related: [{ at: other.copy.at, message: `what ${who} has` }] },
          );
        }
      }
    }
  },
});

type Lines = ReadonlyMap<string, Statement>;

/** The lines by their words; those that name a node or an address of its own are left out. */
function linesOf({ statements }: Proxy, isOwn: (text: string) => boolean): Lines {
  const lines = new Map<string, Statement>();
  for (const statement of statements) {
    const { keyword, prefix } = statement;
    if (!decides.test(keyword.value)) continue;
    const words = lineWords(statement).map(({ value }) => value);
    const text = [...(prefix ? [prefix.value] : []), ...words].join(" ");
    if (!isOwn(text) && !lines.has(text)) lines.set(text, statement);
  }
  return lines;
}

const lacking = (lines: Lines, others: Lines): Statement[] =>
  [...lines].flatMap(([text, statement]) => (others.has(text) ? [] : [statement]));

/** A variable or a condition decides what some line is. */
const isOpen = ({ statements }: ProxyCopy["proxy"]): boolean =>
  statements.some(({ branch, keyword, args }) => branch || keyword.hole || args.some(({ hole }) => hole));

/** Whether a text names one of the nodes or an address of its own. */
function ownTexts(balancers: readonly Balancer[]): (text: string) => boolean {
  const names = balancers.flatMap(({ node }) => (node.name ? [shortName(node.name)] : []));
  const addresses = balancers.flatMap(({ node }) => ownAddresses(node).map(({ ip }) => ip));
  return (text) => [...names, ...addresses].some((own) => text.includes(own));
}
