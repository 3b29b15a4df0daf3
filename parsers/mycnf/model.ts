import type { Setting } from "../core/settings.ts";
import { present } from "../core/settings.ts";
import { type Span, textOf } from "../core/source.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { type ClusterAddress, clusterAddress, type HostPort, hostPort } from "./address.ts";
import { isServerGroup } from "./groups.ts";
import { type OptionName, optionName } from "./names.ts";
import { type ProviderOption, providerOptions } from "./provider.ts";

/** One line of a group. */
export interface Option extends OptionName {
  /** As it stands: "wsrep-node-name". */
  readonly written: string;
  /** Absent: the name stands alone. */
  readonly value?: Word;
  /** The value's word, or the name's. */
  readonly word: Word;
  readonly statement: Statement;
}

/** A `[group]`; one that an include cuts in two stands twice. */
export interface Group {
  /** In lower case, without a version. */
  readonly name: string;
  readonly word: Word;
  /** mysqld reads it. */
  readonly server: boolean;
  readonly options: readonly Option[];
}

/** What the settings say of replication, each the last one in the reading order. */
export interface Wsrep {
  readonly on?: Setting<boolean>;
  readonly provider?: Setting<string>;
  readonly clusterName?: Setting<string>;
  readonly clusterAddress?: Setting<ClusterAddress>;
  readonly nodeAddress?: Setting<HostPort>;
  readonly nodeName?: Setting<string>;
  readonly sstMethod?: Setting<string>;
  /** `user:password`: a secret. */
  readonly sstAuth?: Setting<string>;
  readonly providerOptions?: Setting<readonly ProviderOption[]>;
}

/** Where the server listens for clients, and where its data lies. */
export interface Listening {
  readonly port?: Setting<number>;
  /** Each address of bind_address; `*`, `0.0.0.0` and `::` mean all. */
  readonly addresses: readonly Setting<string>[];
  /** skip_networking: no TCP at all. */
  readonly off?: Setting<boolean>;
  readonly socket?: Setting<string>;
  readonly dataFolder?: Setting<string>;
}

/** What the server makes of the options of its groups. */
export interface Server {
  /** In reading order. */
  readonly options: readonly Option[];
  /** By name: the last one of each, which counts. */
  readonly effective: Effective;
  readonly wsrep: Wsrep;
  readonly listening: Listening;
}

export type Effective = ReadonlyMap<string, Option>;

/** Option files of MySQL and MariaDB. */
export interface MyCnf extends Server {
  readonly groups: readonly Group[];
}

export function modelOf({ statements }: Tree): MyCnf {
  const groups = statements.flatMap((statement) => (statement.block ? [groupOf(statement)] : []));
  return { groups, ...serverOf(groups.flatMap((group) => (group.server ? group.options : []))) };
}

/** Several files of one machine make one list of options. */
export function serverOf(options: readonly Option[]): Server {
  const effective = new Map(options.map((option) => [option.name, option]));
  return { options, effective, wsrep: wsrepOf(effective), listening: listeningOf(effective) };
}

function groupOf({ keyword, block }: Statement): Group {
  const server = isServerGroup(keyword.value);
  const options = (block?.statements ?? [])
    .filter((line) => !line.keyword.value.startsWith("!") && !line.keyword.hole)
    .map((statement): Option => {
      const written = textOf(statement.keyword.at);
      const [value] = statement.args;
      const named = server ? optionName(written) : plain(statement.keyword.value);
      return { ...named, written, ...(value ? { value } : {}), word: value ?? statement.keyword, statement };
    });
  return { name: keyword.value, word: keyword, server, options };
}

const plain = (name: string): OptionName => ({
  name,
  prefixes: [],
  known: true,
  abbreviated: false,
  candidates: [],
});

/** The value of a variable that was not taken back with `skip_`; "" counts as set. */
function read<T>(server: Effective, name: string, of: (word: Word) => T | undefined): Setting<T> | undefined {
  const option = server.get(name);
  if (!option?.value || option.value.hole || isOff(option)) return undefined;
  const value = of(option.value);
  return value === undefined ? undefined : { value, word: option.value, statement: option.statement };
}

const isOff = ({ prefixes }: Option): boolean => prefixes.includes("skip") || prefixes.includes("disable");

const text = ({ value }: Word): string => value;
const filled = ({ value }: Word): string | undefined => (value === "" ? undefined : value);
const whole = ({ value }: Word): number | undefined => (/^\d+$/.test(value) ? Number(value) : undefined);

/** A boolean as the server takes it: a name alone sets it, `skip_` takes it back, and a word it does not know is OFF. */
export function truth(option: Option | undefined): Setting<boolean> | undefined {
  if (!option || option.value?.hole) return undefined;
  const { value, word, statement, prefixes } = option;
  const zero = value?.value === "0";
  const on = isOff(option)
    ? zero
    : prefixes.includes("enable")
      ? !zero
      : !value || /^(on|true|1)$/i.test(value.value);
  return { value: on, word, statement };
}

const wsrepOf = (server: Effective): Wsrep =>
  present({
    on: truth(server.get("wsrep_on")),
    provider: read(server, "wsrep_provider", filled),
    clusterName: read(server, "wsrep_cluster_name", text),
    clusterAddress: read(server, "wsrep_cluster_address", clusterAddress),
    nodeAddress: read(server, "wsrep_node_address", (word) =>
      word.value === "" ? undefined : hostPort(word),
    ),
    nodeName: read(server, "wsrep_node_name", filled),
    sstMethod: read(server, "wsrep_sst_method", filled),
    sstAuth: read(server, "wsrep_sst_auth", filled),
    providerOptions: read(server, "wsrep_provider_options", providerOptions),
  });

const listeningOf = (server: Effective): Listening => ({
  addresses: addressesOf(server),
  ...present({
    port: read(server, "port", whole),
    off: truth(server.get("skip_networking")),
    socket: read(server, "socket", filled),
    dataFolder: read(server, "datadir", filled),
  }),
});

/** bind_address takes a list with commas in MariaDB 10.11 and MySQL 8.0. */
function addressesOf(server: Effective): Setting<string>[] {
  const setting = read(server, "bind_address", text);
  if (!setting) return [];
  const { word, statement } = setting;
  const start = word.at.start + (word.quote ? 1 : 0);
  let from = 0;
  return word.value.split(",").flatMap((entry): Setting<string>[] => {
    const value = entry.trim();
    const offset = start + from + entry.indexOf(value);
    from += entry.length + 1;
    const at: Span = word.at.with({ start: offset, end: offset + value.length });
    return value === "" ? [] : [{ value, word: { kind: "word", value, at }, statement }];
  });
}
