import type { HeartbeatStanza, NodeStanza, Ocfs2 } from "../../parsers/ocfs2/model.ts";

/** The stanzas that o2cb loads for one cluster, by the cluster's name. */
export interface Members {
  readonly name: string;
  readonly nodes: readonly NodeStanza[];
  readonly heartbeats: readonly HeartbeatStanza[];
}

/** Every cluster that a cluster stanza names, once, with the nodes and regions that name it. */
export const membersOf = ({ clusters, nodes, heartbeats }: Ocfs2): readonly Members[] =>
  [...new Set(clusters.flatMap(({ name }) => (name ? [name.value] : [])))].map((name) => ({
    name,
    nodes: nodes.filter(({ cluster }) => cluster?.value === name),
    heartbeats: heartbeats.filter(({ cluster }) => cluster?.value === name),
  }));
