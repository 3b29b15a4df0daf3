import type { Address } from "../../parsers/haproxy/address.ts";
import type { Haproxy, Peer, Peers } from "../../parsers/haproxy/model.ts";
import type { StickTable } from "../../parsers/haproxy/modelProxy.ts";
import { running, titleOf } from "../haproxy/proxies.ts";
import { clusterRule } from "../rule.ts";
import { balancerOf } from "./balancers.ts";
import { type Copy, reportDrift } from "./file-drift.ts";
import type { FlatSetting } from "./flat.ts";
import { shortName } from "./machines.ts";
import type { Cluster, Node } from "./model.ts";
import { isLoopback } from "./net.ts";

export const haproxyPeersDrift = clusterRule({
  id: "cluster/haproxy-peers-drift",
  severity: "error",
  summary: "All nodes of a peers section must list the same peers and copy tables of the same form",
  daemon: "silent",
  check(cluster, report) {
    for (const copies of copiesOf(cluster))
      reportDrift(report, copies, "the nodes do not share their stick tables");
  },
});

/** The sections of one name whose nodes know each other: each lists, or is listed by, another of them. */
function copiesOf({ nodes }: Cluster): readonly (readonly Copy[])[] {
  const sections = nodes.flatMap((node) => {
    const model = balancerOf(node)?.document.model;
    return model ? model.peers.map((section) => ({ node, model, section, own: ownName(node, model) })) : [];
  });
  const lists = (section: Peers, name: string): boolean =>
    section.peers.some((peer) => shortName(peer.name.value) === shortName(name));
  const groups = new Map<string, Copy[]>();
  for (const { node, model, section, own } of sections) {
    const { name, statement, peers } = section;
    if (!name || statement.branch || peers.some((peer) => peer.name.word.hole)) continue;
    const known = sections.some(
      (other) =>
        other.node !== node &&
        other.section.name?.value === name.value &&
        (lists(section, other.own) || lists(other.section, own)),
    );
    if (!known) continue;
    const settings = new Map(
      [...peers.map((peer) => settingOf(peer, own)), ...tableSettings(section, model)].map((one) => [
        one.path,
        one,
      ]),
    );
    groups.set(name.value, [...(groups.get(name.value) ?? []), { node, at: name.word.at, settings }]);
  }
  return [...groups.values()];
}

const ownName = (node: Node, { global }: Haproxy): string => global.localPeer?.value ?? node.name;

/** A node may name any address of its own for itself, so that it listens on all of them. */
function settingOf({ name, address, statement }: Peer, own: string): FlatSetting {
  const keyword = `peer ${name.value}`;
  const local = name.value === own && address !== undefined && isEvery(address);
  const hidden = !address || statement.branch || address.host.includes("$");
  const value = hidden || local ? undefined : `${address.host}:${address.port?.low ?? ""}`;
  return { path: keyword, parent: "", keyword, value, at: name.word.at };
}

/** The tables that the section copies: what must be equal, so that the other side takes the entries. */
function tableSettings({ name, tables }: Peers, model: Haproxy): FlatSetting[] {
  const shared = running(model).flatMap((proxy) => {
    const table = proxy.stickTable;
    return table?.peers?.value === name?.value && table && proxy.name
      ? [{ table, owner: titleOf(proxy), by: proxy }]
      : [];
  });
  const own = tables.map((table) => ({ table, owner: table.name?.value ?? "", by: undefined }));
  return [...shared, ...own].flatMap(({ table, owner, by }): FlatSetting[] => {
    const keyword = `stick-table of ${owner}`;
    const { statement } = table;
    const at = statement.keyword.at;
    // A proxy that only one node has is said elsewhere.
    const parent = by ? `proxy ${owner}` : "";
    const known = !statement.branch && !statement.args.some(({ hole }) => hole);
    const setting: FlatSetting = {
      path: keyword,
      parent,
      keyword,
      value: known ? formOf(table) : undefined,
      at,
    };
    return by ? [{ ...setting, path: parent, parent: "", value: undefined }, setting] : [setting];
  });
}

/** "string len 32 store conn_cur,gpc0". Sizes and times may differ. */
function formOf({ type, store, statement: { args } }: StickTable): string {
  const length = args[args.findIndex(({ value }) => value === "len") + 1]?.value;
  const data = store.map(({ name, args }) => (args ? `${name}(${args})` : name)).sort();
  return [
    type?.value ?? "",
    ...(args.some(({ value }) => value === "len") ? [`len ${length}`] : []),
    ...(data.length > 0 ? [`store ${data.join(",")}`] : []),
  ].join(" ");
}

const isEvery = ({ kind, host }: Address): boolean =>
  kind === "any" || host === "0.0.0.0" || host === "::" || isLoopback(host);
