import type { Setting } from "../../parsers/core/settings.ts";
import type { Span } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Keepalived } from "../../parsers/keepalived/model.ts";
import { clusterRule } from "../rule.ts";
import { directorPairs } from "./directors.ts";
import { documentsOf, type Node } from "./model.ts";

export const syncDaemonDrift = clusterRule({
  id: "cluster/sync-daemon-drift",
  severity: "error",
  summary: "Directors that share a virtual address must run the same lvs_sync_daemon",
  daemon: "silent",
  check(cluster, report) {
    for (const [one, other] of directorPairs(cluster)) {
      const mine = daemonOf(one);
      const theirs = daemonOf(other);
      if (!mine || !theirs) continue;
      const [with_, without] = mine.at ? [mine, theirs] : [theirs, mine];
      if (!with_.at) continue;
      if (!without.at) {
        report(
          with_.at,
          `lvs_sync_daemon here, but not on ${without.node.name}: a failover cuts all connections that are open`,
          { related: [{ at: without.document, message: `${without.node.name} has none` }] },
        );
        continue;
      }
      for (const [i, { keyword, value, setting }] of mine.settings.entries()) {
        const twin = theirs.settings[i]!;
        if (value === twin.value || (keyword === "id" && !setting && !twin.setting)) continue;
        report(
          setting?.word.at ?? mine.at!,
          `lvs_sync_daemon ${keyword} ${value} here, ${twin.value} on ${other.name}: the directors do not hear each other, and a failover cuts all connections that are open`,
          { related: [{ at: twin.setting?.word.at ?? theirs.at!, message: "the other director" }] },
        );
      }
    }
  },
});

interface Daemon {
  readonly node: Node;
  /** Absent: it has none. */
  readonly at?: Span;
  /** Where its absence is shown. */
  readonly document: Span;
  readonly settings: readonly {
    readonly keyword: string;
    readonly value: string;
    readonly setting?: Setting<unknown> | undefined;
  }[];
}

/** undefined where the configuration is not known well enough. */
function daemonOf(node: Node): Daemon | undefined {
  const [document, ...more] = documentsOf(node, keepalived);
  if (!document?.root || !document.whole || more.length > 0) return undefined;
  const { model } = document;
  const [daemon] = model.globals.lvsSyncDaemons;
  const old = model.vrrpInstances.find(({ lvsSyncDaemonInterface }) => lvsSyncDaemonInterface);
  const at = daemon?.statement.keyword.at ?? old?.lvsSyncDaemonInterface?.statement.keyword.at;
  return {
    node,
    document: placeOf(model),
    ...(at ? { at } : {}),
    settings: [
      { keyword: "id", value: (daemon?.id?.value ?? idOf(model)).toString(), setting: daemon?.id },
      { keyword: "port", value: (daemon?.port?.value ?? 8848).toString(), setting: daemon?.port },
      { keyword: "group", value: daemon?.group?.value ?? "224.0.0.81", setting: daemon?.group },
    ],
  };
}

/** Without an id it is the virtual_router_id of the instance (vrrp_data.c), of which another rule tells where both leave it. */
function idOf({ vrrpInstances, globals }: Keepalived): number {
  const name = globals.lvsSyncDaemons[0]?.instance?.value;
  const instance = name ? vrrpInstances.find((one) => one.name?.value === name) : vrrpInstances[0];
  return instance?.virtualRouterId?.value ?? 0;
}

const placeOf = ({ vrrpInstances, statements }: Keepalived): Span =>
  (vrrpInstances[0]?.statement ?? statements[0]!).keyword.at;
