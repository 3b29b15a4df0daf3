import type { HeartbeatStanza, NodeStanza, Ocfs2 } from "../../parsers/ocfs2/model.ts";

/** The stanzas of one cluster, by the cluster's name. */
export interface Members {
  readonly name: string;
  readonly nodes: readonly NodeStanza[];
  readonly heartbeats: readonly HeartbeatStanza[];
}

/**
 * Every cluster that a cluster stanza names, once, with the nodes and regions that name it. In a file of one cluster also
 * those that name another, which must be meant for it: ocfs2/unknown-cluster tells of them.
 */
export function membersOf({ clusters, nodes, heartbeats }: Ocfs2): readonly Members[] {
  const names = [...new Set(clusters.flatMap(({ name }) => (name ? [name.value] : [])))];
  const alone = names.length === 1;
  return names.map((name) => ({
    name,
    nodes: nodes.filter(({ cluster }) => cluster && (alone || cluster.value === name)),
    heartbeats: heartbeats.filter(({ cluster }) => cluster && (alone || cluster.value === name)),
  }));
}
