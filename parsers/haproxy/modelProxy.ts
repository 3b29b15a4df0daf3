import type { Setting } from "../core/settings.ts";
import type { Span } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";
import type { Address } from "./address.ts";
import type { Condition } from "./condition.ts";
import type { Sample } from "./expression.ts";
import type { LogFormat } from "./logformat.ts";
import type { Stored } from "./stored.ts";

export type Mode = "tcp" | "http" | "log" | "spop" | "health";

/** `defaults`, `frontend`, `backend` or `listen`: they share most of their lines. */
export interface Proxy {
  readonly kind: "defaults" | "frontend" | "backend" | "listen";
  /** Absent for an anonymous `defaults`. */
  readonly name?: Setting<string>;
  /** The name after `from`. */
  readonly from?: Setting<string>;
  /** The `defaults` section that it inherits: the one `from` names, else the last one before it. */
  readonly defaults?: Proxy;
  /** Through `defaults`; "tcp" where no line says it. Undefined where a variable stands. */
  readonly mode: Mode | undefined;
  /** The own `mode` line. */
  readonly ownMode?: Setting<string>;
  readonly binds: readonly Bind[];
  readonly servers: readonly Server[];
  readonly templates: readonly ServerTemplate[];
  readonly defaultServers: readonly DefaultServer[];
  readonly acls: readonly Acl[];
  /** Every line with an action or a condition, of all rulesets, in the order of the text. */
  readonly rules: readonly Rule[];
  readonly defaultBackend?: Setting<string>;
  readonly stickTable?: StickTable;
  /** Own lines by name (`client`, `http-request`), in milliseconds; `timeoutOf` looks through defaults. */
  readonly timeouts: ReadonlyMap<string, Setting<number>>;
  /** Own `option` lines; `optionOf` looks through defaults. */
  readonly options: readonly ProxyOption[];
  readonly cookie?: Cookie;
  readonly balance?: Balance;
  readonly logs: readonly Log[];
  /** `stats …` lines by their second word. */
  readonly stats: readonly Line[];
  readonly filters: readonly Line[];
  /** `http-check` and `tcp-check` lines, and `option httpchk` and its kin among the options. */
  readonly checks: readonly Line[];
  readonly captures: readonly Line[];
  /** Every place where a sample, a format or an anonymous ACL is read, a log format of `defaults` in each frontend that inherits it. */
  readonly expressions: readonly Expression[];
  /** All own lines, also those above. */
  readonly statements: readonly Statement[];
  readonly statement: Statement;
}

/** A line whose first words choose what it does: `stats uri /x` is action "uri" with one argument. */
export interface Line {
  /** `stats`, `http-check`. */
  readonly keyword: string;
  readonly action: string;
  readonly args: readonly Word[];
  readonly statement: Statement;
}

/** An option of a `bind` or `server` line with the words it takes. */
export interface Option {
  /** `check`, `crt`; `set-proxy-v2-tlv-fmt(0x20)` without its parenthesis. */
  readonly name: string;
  readonly word: Word;
  readonly args: readonly Word[];
  /** No table knows it for this line. */
  readonly unknown: boolean;
  readonly statement: Statement;
}

/** One `bind` line (or `dgram-bind`, `stats socket`). */
export interface Bind {
  /** One for each part of the comma list. */
  readonly addresses: readonly Address[];
  readonly word?: Word;
  readonly options: readonly Option[];
  readonly statement: Statement;
}

/** A `default-server` line; it speaks for the servers after it. */
export interface DefaultServer {
  readonly options: readonly Option[];
  readonly statement: Statement;
}

export interface Server {
  readonly name: Setting<string>;
  readonly address?: Address;
  readonly addressWord?: Word;
  readonly options: readonly Option[];
  /** The options of the `default-server` lines before it, those of `defaults` first; `serverOption` gives what counts. */
  readonly inherited: readonly Option[];
  readonly statement: Statement;
}

/** `server-template PREFIX N|A-B ADDRESS …` */
export interface ServerTemplate extends Omit<Server, "name"> {
  readonly prefix: Setting<string>;
  readonly first: number;
  readonly last: number;
}

/** What an ACL tests: `acl NAME …`, or the words between braces. */
export interface Acl {
  /** Absent for an anonymous one. */
  readonly name?: Setting<string>;
  readonly criterion?: Sample;
  readonly criterionWord?: Word;
  /** `-i`, `-n`, `-m`, `-f` … without the words they take. */
  readonly flags: readonly Word[];
  /** The word after `-m`; the last one counts. */
  readonly method?: Word;
  /** The words after `-f`. */
  readonly files: readonly Word[];
  /** What follows the flags: values, and operators such as `gt` among them. */
  readonly patterns: readonly Word[];
  readonly at: Span;
  readonly statement: Statement;
}

/** A line of a ruleset, or any line that takes a condition: `use_backend`, `redirect`, `stick on`, `monitor fail`. */
export interface Rule {
  /** "http-request", "tcp-request content", "use_backend", "stick store-response", "stats http-request" … */
  readonly ruleset: string;
  /** "deny", "set-var", "track-sc0"; "" where the ruleset has no actions. */
  readonly action: string;
  readonly actionWord?: Word;
  /** The text in the action's parentheses: "txn.x" of `set-var(txn.x)`. */
  readonly parameter?: string;
  /** The words of the action without its name, its parenthesis and the condition. */
  readonly args: readonly Word[];
  readonly condition?: Condition;
  /** The anonymous ACLs of the condition. */
  readonly anonymous: readonly Acl[];
  /** The expressions and formats among the arguments. */
  readonly expressions: readonly Expression[];
  /** From the first word of the action to the last argument. */
  readonly at: Span;
  readonly statement: Statement;
}

/** A place where haproxy reads a sample, a format or an ACL. */
export type Expression = SamplePlace | FormatPlace | AclPlace;

interface Placed {
  /** Where it is evaluated, bits of contexts.ts: one in which a fetch works is enough. 0: anywhere. */
  readonly contexts: number;
  /** The proxy that evaluates it, of those that `expressionsIn` gives. */
  readonly proxy?: Proxy;
  readonly statement: Statement;
}

/** `set-var(x) EXPR`, `stick on EXPR`, `sni EXPR`. Converters that were separate words are among its converters. */
export interface SamplePlace extends Placed {
  readonly kind: "sample";
  readonly sample: Sample;
  /** Its words. */
  readonly words: readonly Word[];
}

/** A word read as a log format. */
export interface FormatPlace extends Placed {
  readonly kind: "format";
  readonly format: LogFormat;
  readonly word: Word;
}

/** `acl NAME …`, of contexts 0 since it is judged where it is used, or an anonymous ACL of a condition. */
export interface AclPlace extends Placed {
  readonly kind: "acl";
  readonly acl: Acl;
}

export interface StickTable {
  /** `ip`, `ipv6`, `integer`, `string`, `binary`. */
  readonly type?: Setting<string>;
  /** Of `table NAME` in a `peers` section. */
  readonly name?: Setting<string>;
  readonly size?: Word;
  /** Milliseconds. */
  readonly expire?: Setting<number>;
  readonly nopurge: boolean;
  readonly peers?: Setting<string>;
  /** What it keeps for each entry. */
  readonly store: readonly Stored[];
  readonly statement: Statement;
}

export interface ProxyOption {
  /** "httplog", "http-server-close". */
  readonly name: string;
  /** False after `no`; undefined after `default`. */
  readonly on: boolean | undefined;
  readonly args: readonly Word[];
  readonly statement: Statement;
}

export interface Cookie {
  readonly name: Setting<string>;
  /** `insert`, `rewrite`, `prefix`, `indirect`, `domain` … with the words they take. */
  readonly options: readonly Option[];
  readonly statement: Statement;
}

export interface Balance {
  /** `roundrobin`, `hdr` of `hdr(host)`. */
  readonly algorithm: string;
  readonly parameter?: string;
  readonly args: readonly Word[];
  readonly statement: Statement;
}

export interface Log {
  /** `no log`. */
  readonly negated: boolean;
  /** `log global`. */
  readonly global: boolean;
  readonly target?: Word;
  /** Absent for `global`, `stdout`, `stderr`, `ring@x`, `backend@x`. */
  readonly address?: Address;
  readonly facility?: Word;
  readonly level?: Word;
  readonly minLevel?: Word;
  /** `len`, `format`, `sample`, `profile`. */
  readonly options: readonly Option[];
  readonly statement: Statement;
}
