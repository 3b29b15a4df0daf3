import type { Address } from "../../parsers/haproxy/address.ts";
import type { Haproxy, Peer, Peers } from "../../parsers/haproxy/model.ts";
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
  summary: "All nodes of a peers section must list the same peers with the same addresses",
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
    return model ? model.peers.map((section) => ({ node, section, own: ownName(node, model) })) : [];
  });
  const lists = (section: Peers, name: string): boolean =>
    section.peers.some((peer) => shortName(peer.name.value) === shortName(name));
  const groups = new Map<string, Copy[]>();
  for (const { node, section, own } of sections) {
    const { name, statement, peers } = section;
    if (!name || statement.branch || peers.some((peer) => peer.name.word.hole)) continue;
    const known = sections.some(
      (other) =>
        other.node !== node &&
        other.section.name?.value === name.value &&
        (lists(section, other.own) || lists(other.section, own)),
    );
    if (!known) continue;
    const settings = new Map(peers.map((peer) => [`peer ${peer.name.value}`, settingOf(peer, own)]));
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

const isEvery = ({ kind, host }: Address): boolean =>
  kind === "any" || host === "0.0.0.0" || host === "::" || isLoopback(host);
