import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { running, titleOf } from "../haproxy/proxies.ts";
import { tableUses } from "../haproxy/tables.ts";
import { clusterRule } from "../rule.ts";
import { type Balancer, balancerGroups } from "./balancers.ts";
import { shortName } from "./machines.ts";

export const haproxyTableNotShared = clusterRule({
  id: "cluster/haproxy-table-not-shared",
  severity: "warning",
  summary: "Load balancers that stand in for each other should copy the stick tables that clients depend on",
  daemon: "silent",
  check(cluster, report) {
    for (const balancers of balancerGroups(cluster))
      for (const balancer of balancers) {
        const { model } = balancer.document;
        for (const proxy of running(model)) {
          const { stickTable, name } = proxy;
          const use = stickTable && name && useOf(proxy, model);
          if (!use || stickTable.statement.branch || name.word.hole) continue;
          const why = whyAlone(proxy, balancer);
          if (!why) continue;
          const lost = use === "persistence" ? "its clients get other servers" : "its counters begin at 0";
          report(
            stickTable.statement.keyword.at,
            `the stick-table of ${titleOf(proxy)} ${why}: after a failover ${lost}`,
            {
              ...(use === "persistence" ? {} : { severity: "info" as const }),
            },
          );
        }
      }
  },
});

/** What its entries are for; undefined where nothing uses them. */
function useOf({ name }: Proxy, model: Haproxy): "persistence" | "counters" | undefined {
  const uses = tableUses(model).filter((one) => one.name === name!.value);
  if (uses.length === 0) return undefined;
  return uses.some(({ by }) => by.startsWith("stick")) ? "persistence" : "counters";
}

/** Why no other node gets the entries. */
function whyAlone({ stickTable }: Proxy, { node, document: { model } }: Balancer): string | undefined {
  const { peers, statement } = stickTable!;
  if (!peers)
    return statement.args.some(({ hole, value }) => hole || value === "write-to")
      ? undefined
      : "has no peers";
  const sections = model.peers.filter(({ name }) => name?.value === peers.value);
  const listed = sections.flatMap((section) => section.peers);
  const own = model.global.localPeer?.value ?? node.name;
  const isOwn = (name: string): boolean => shortName(name) === shortName(own);
  const alone = listed.length > 0 && listed.every(({ name }) => !name.word.hole && isOwn(name.value));
  return alone ? `is copied to peers ${peers.value}, which lists this node alone` : undefined;
}
