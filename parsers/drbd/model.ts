import { type Setting, text } from "../core/settings.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { type Address, addressIn } from "./address.ts";
import { type Option, type Options, optionsIn, type Section, sectionsOf } from "./options.ts";
import { type Volume, volumesOf } from "./volumes.ts";

/** All that drbdadm reads: one `common` and the resources. */
export interface Drbd {
  readonly global?: Statement;
  readonly common?: Common;
  readonly resources: readonly Resource[];
}

export interface Common {
  readonly options: Options;
  readonly statement: Statement;
}

export interface Resource {
  readonly name: Setting<string>;
  readonly options: Options;
  /** What it inherits from: its template file, else `common`. */
  readonly inherited?: Common;
  /** Volumes for all hosts; the hosts' own come first. */
  readonly volumes: readonly Volume[];
  readonly hosts: readonly Host[];
  readonly connections: readonly Connection[];
  readonly meshes: readonly Mesh[];
  /** The output of `drbdsetup show`, which tells one node's view and is no whole resource. */
  readonly shown: boolean;
  readonly statement: Statement;
}

/** `on`, `floating` or `stacked-on-top-of`. */
export interface Host {
  readonly kind: "on" | "floating" | "stacked";
  /** Host names; none for a floating or stacked host. */
  readonly names: readonly Word[];
  /** The resource that a stacked one lies on. */
  readonly lower?: Setting<string>;
  readonly nodeId?: Setting<number>;
  readonly address?: Address;
  readonly volumes: readonly Volume[];
  readonly options: readonly Option[];
  readonly statement: Statement;
}

/** One end of a path: a host by name, or an address. */
export interface Endpoint {
  readonly name?: Word;
  readonly address?: Address;
  /** Its `port` alone was given. */
  readonly port?: Word;
  readonly proxied: boolean;
  readonly statement: Statement;
}

export interface Path {
  readonly endpoints: readonly Endpoint[];
  readonly statement: Statement;
}

export interface Connection {
  readonly name?: Word;
  /** A connection without `path` blocks has one path, of its own statement. */
  readonly paths: readonly Path[];
  readonly net: readonly Option[];
  readonly disk: readonly Option[];
  readonly volumes: readonly Setting<number>[];
  readonly statement: Statement;
}

export interface Mesh {
  readonly hosts: readonly Word[];
  readonly net: readonly Option[];
  readonly statement: Statement;
}

/** An option with the level that set it. */
export interface Effective extends Option {
  readonly from: "inner" | "resource" | "common";
}

/**
 * What counts in the end: the innermost level that sets the option, there the last one. `inner` are the levels inside
 * the resource, innermost first: a connection's net, a volume's disk, a host's options.
 */
export function effective(
  { options, inherited }: Resource,
  section: Section,
  name: string,
  ...inner: readonly (readonly Option[])[]
): Effective | undefined {
  const levels = [
    ...inner.map((list) => ({ list, from: "inner" as const })),
    { list: options[section], from: "resource" as const },
    { list: inherited?.options[section] ?? [], from: "common" as const },
  ];
  for (const { list, from } of levels) {
    const option = list.findLast((one) => one.name === name);
    if (option) return { ...option, from };
  }
  return undefined;
}

export const modelOf = (tree: Tree): Drbd => {
  const named = (keyword: string): Statement[] =>
    tree.statements.filter((one) => one.keyword.value === keyword);
  const [global] = named("global");
  const [first] = named("common");
  const common = first && commonOf(first);
  const resources = named("resource").flatMap((statement) => resourceOf(statement, common) ?? []);
  return { ...(global ? { global } : {}), ...(common ? { common } : {}), resources };
};

const commonOf = (statement: Statement): Common => ({
  options: sectionsOf(statement.block?.statements ?? []),
  statement,
});

function resourceOf(statement: Statement, common: Common | undefined): Resource | undefined {
  const word = statement.args[0];
  if (!word || !statement.block) return undefined;
  const { statements } = statement.block;
  const of = (keyword: string): Statement[] => statements.filter((one) => one.keyword.value === keyword);
  const template = of("template-file").at(-1);
  const inherited = template ? (template.block ? commonOf(template) : undefined) : common;
  return {
    name: { value: word.value, word, statement },
    options: sectionsOf(statements),
    ...(inherited ? { inherited } : {}),
    volumes: volumesOf(statements),
    hosts: statements.flatMap((one) => hostOf(one) ?? []),
    connections: of("connection").map(connectionOf),
    meshes: of("connection-mesh").map(meshOf),
    shown: of("_this_host").length > 0,
    statement,
  };
}

function hostOf(statement: Statement): Host | undefined {
  const kind = ({ on: "on", floating: "floating", "stacked-on-top-of": "stacked" } as const)[
    statement.keyword.value
  ];
  if (!kind) return undefined;
  const statements = statement.block?.statements ?? [];
  const of = (keyword: string): Statement | undefined =>
    statements.findLast((one) => one.keyword.value === keyword);
  const lower = statement.args[0];
  const addressed = kind === "floating" ? statement : of("address");
  const address = addressed && addressIn(addressed);
  const nodeId = of("node-id");
  return {
    kind,
    names: kind === "on" ? statement.args : [],
    ...(kind === "stacked" && lower ? { lower: { value: lower.value, word: lower, statement } } : {}),
    ...(nodeId?.args[0] && /^\d+$/.test(nodeId.args[0].value)
      ? { nodeId: { value: Number(nodeId.args[0].value), word: nodeId.args[0], statement: nodeId } }
      : {}),
    ...(address ? { address } : {}),
    volumes: volumesOf(statements),
    options: optionsIn(of("options")),
    statement,
  };
}

const ends = new Set(["host", "address", "_this_host", "_remote_host"]);

const endpointsOf = (statements: readonly Statement[]): Endpoint[] =>
  statements.filter(({ keyword }) => ends.has(keyword.value)).map(endpointOf);

function endpointOf(statement: Statement): Endpoint {
  const { keyword, args, block } = statement;
  const address = addressIn(statement);
  const name = keyword.value === "host" ? args[0] : undefined;
  const port = name && args[1]?.value === "port" ? args[2] : undefined;
  return {
    ...(name ? { name } : {}),
    ...(address ? { address } : {}),
    ...(port ? { port } : {}),
    proxied: block !== undefined,
    statement,
  };
}

function connectionOf(statement: Statement): Connection {
  const statements = statement.block?.statements ?? [];
  const of = (keyword: string): Statement[] => statements.filter((one) => one.keyword.value === keyword);
  const paths = of("path").map((one) => ({
    endpoints: endpointsOf(one.block?.statements ?? []),
    statement: one,
  }));
  const own = endpointsOf(statements);
  const name = statement.args[0];
  return {
    ...(name ? { name } : {}),
    paths: own.length > 0 ? [{ endpoints: own, statement }, ...paths] : paths,
    net: of("net").flatMap(optionsIn),
    disk: of("disk").flatMap(optionsIn),
    volumes: of("volume").flatMap((one) => numberOf(one) ?? []),
    statement,
  };
}

const numberOf = (statement: Statement): Setting<number> | undefined => {
  const word = statement.args[0];
  return word && /^\d+$/.test(word.value) ? { value: Number(word.value), word, statement } : undefined;
};

function meshOf(statement: Statement): Mesh {
  const statements = statement.block?.statements ?? [];
  const of = (keyword: string): Statement[] => statements.filter((one) => one.keyword.value === keyword);
  return {
    hosts: of("hosts").flatMap(({ args }) => args.filter((word) => text(word) !== undefined)),
    net: of("net").flatMap(optionsIn),
    statement,
  };
}
