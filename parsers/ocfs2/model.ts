import { present, type Reader, type Setting, setting } from "../core/settings.ts";
import { isTemplated } from "../core/template.ts";
import type { Statement, Tree } from "../core/tree.ts";

export interface ClusterStanza {
  readonly statement: Statement;
  readonly name?: Setting<string>;
  readonly nodeCount?: Setting<number>;
  readonly heartbeatMode?: Setting<"local" | "global">;
}

export interface NodeStanza {
  readonly statement: Statement;
  readonly name?: Setting<string>;
  readonly number?: Setting<number>;
  readonly address?: Setting<string>;
  readonly port?: Setting<number>;
  readonly cluster?: Setting<string>;
}

/** A global heartbeat region. */
export interface HeartbeatStanza {
  readonly statement: Statement;
  readonly region?: Setting<string>;
  readonly cluster?: Setting<string>;
}

export interface Ocfs2 {
  readonly clusters: readonly ClusterStanza[];
  readonly nodes: readonly NodeStanza[];
  readonly heartbeats: readonly HeartbeatStanza[];
  /** Every stanza and attribute could be read, and no template repeats any: stanzas may be counted. */
  readonly whole: boolean;
}

/** What stands before a `#` is what was meant; that it is not what o2cb reads is told by ocfs2/inline-comment. */
const clean = <T>(read: (value: string) => T | undefined): Reader<T> => {
  return ({ hole, value }) => (hole ? undefined : read(value.replace(/\s*#.*$/s, "")));
};

const text = clean((value) => value || undefined);
const count = clean((value) => (/^\+?\d+$/.test(value) ? Number(value) : undefined));
const mode = clean((value) => {
  const lower = value.toLowerCase();
  return lower === "local" || lower === "global" ? lower : undefined;
});

const clusterOf = (statement: Statement): ClusterStanza =>
  present({
    statement,
    name: setting(statement.block, "name", text),
    nodeCount: setting(statement.block, "node_count", count),
    heartbeatMode: setting(statement.block, "heartbeat_mode", mode),
  });

const nodeOf = (statement: Statement): NodeStanza =>
  present({
    statement,
    name: setting(statement.block, "name", text),
    number: setting(statement.block, "number", count),
    address: setting(statement.block, "ip_address", text),
    port: setting(statement.block, "ip_port", count),
    cluster: setting(statement.block, "cluster", text),
  });

const heartbeatOf = (statement: Statement): HeartbeatStanza =>
  present({
    statement,
    region: setting(statement.block, "region", text),
    cluster: setting(statement.block, "cluster", text),
  });

export function modelOf(tree: Tree): Ocfs2 {
  const stanzas = (name: string): Statement[] =>
    tree.statements.filter(({ keyword }) => keyword.value === name);
  return {
    clusters: stanzas("cluster").map(clusterOf),
    nodes: stanzas("node").map(nodeOf),
    heartbeats: stanzas("heartbeat").map(heartbeatOf),
    whole:
      tree.mistakes.length === 0 &&
      !isTemplated(tree) &&
      !tree.statements.some(({ keyword }) => keyword.hole),
  };
}
