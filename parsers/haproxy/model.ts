import type { Setting } from "../core/settings.ts";
import type { Span } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";
import type { Address } from "./address.ts";
import type { Acl, Bind, Expression, Log, Option, Proxy, Rule, Server, StickTable } from "./modelProxy.ts";

/** All that one haproxy process is told, in the order of its files. */
export interface Haproxy {
  /** All `global` sections together; haproxy reads them as one. */
  readonly global: Global;
  readonly defaults: readonly Proxy[];
  readonly frontends: readonly Proxy[];
  readonly backends: readonly Proxy[];
  readonly listens: readonly Proxy[];
  /** Defaults, frontends, backends and listens in the order of the text. */
  readonly proxies: readonly Proxy[];
  readonly peers: readonly Peers[];
  readonly resolvers: readonly Resolvers[];
  readonly userlists: readonly Userlist[];
  readonly caches: readonly Section[];
  readonly rings: readonly Ring[];
  readonly mailers: readonly Mailers[];
  readonly httpErrors: readonly HttpErrors[];
  readonly fcgiApps: readonly FcgiApp[];
  readonly logForwards: readonly LogForward[];
  readonly programs: readonly Section[];
  readonly crtStores: readonly Section[];
  readonly logProfiles: readonly Section[];
  readonly traces: readonly Section[];
  readonly acmes: readonly Section[];
  readonly healthchecks: readonly Section[];
  readonly namespaceLists: readonly Section[];
  /** The places outside the proxies where a sample, a format or an ACL is read; `expressionsIn` tells those of a proxy. */
  readonly expressions: readonly Expression[];
  /** Section headers and what stands outside any section. */
  readonly statements: readonly Statement[];
}

/** Any section: its name, where it has one, and its lines. */
export interface Section {
  readonly name?: Setting<string>;
  /** The header with its block. */
  readonly statement: Statement;
  readonly statements: readonly Statement[];
}

export interface Global {
  /** The headers: none, one or several. */
  readonly sections: readonly Statement[];
  /** The lines of all of them. */
  readonly statements: readonly Statement[];
  readonly logs: readonly Log[];
  /** `stats socket` lines: an address and bind options. */
  readonly sockets: readonly Bind[];
  /** The name by which this node finds itself in a `peers` section. */
  readonly localPeer?: Setting<string>;
}

/** `peer NAME [ADDRESS] …`; `server` lines of a `peers` section mean the same. */
export interface Peer {
  readonly name: Setting<string>;
  readonly address?: Address;
  readonly options: readonly Option[];
  readonly statement: Statement;
}

export interface Peers extends Section {
  readonly peers: readonly Peer[];
  readonly binds: readonly Bind[];
  /** `table NAME type …`. */
  readonly tables: readonly StickTable[];
  readonly logs: readonly Log[];
}

export interface Nameserver {
  readonly name: Setting<string>;
  readonly address?: Address;
  readonly statement: Statement;
}

export interface Resolvers extends Section {
  readonly nameservers: readonly Nameserver[];
}

export interface User {
  readonly name: Setting<string>;
  /** The hash or clear text; a secret. */
  readonly password?: Word;
  /** Given by `insecure-password`. */
  readonly clear: boolean;
  readonly groups: readonly Member[];
  readonly statement: Statement;
}

/** One name of a comma list: a user of a group, a group of a user. */
export interface Member {
  readonly value: string;
  readonly at: Span;
  readonly hole?: boolean;
}

export interface Group {
  readonly name: Setting<string>;
  readonly users: readonly Member[];
  readonly statement: Statement;
}

export interface Userlist extends Section {
  readonly users: readonly User[];
  readonly groups: readonly Group[];
}

export interface Ring extends Section {
  readonly servers: readonly Server[];
}

export interface Mailers extends Section {
  readonly mailers: readonly Peer[];
}

export interface HttpErrors extends Section {
  /** `errorfile CODE PATH` lines. */
  readonly errorFiles: readonly {
    readonly code: Word;
    readonly path?: Word;
    readonly statement: Statement;
  }[];
}

export interface FcgiApp extends Section {
  readonly acls: readonly Acl[];
  /** `set-param` lines. */
  readonly rules: readonly Rule[];
}

export interface LogForward extends Section {
  /** `bind` and `dgram-bind` lines. */
  readonly binds: readonly Bind[];
  readonly logs: readonly Log[];
}
