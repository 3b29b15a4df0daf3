import table from "../../schemas/haproxy-samples.json" with { type: "json" };
import { compareVersions, type Version } from "../core/schema.ts";

/** Which releases know a name. */
export interface Age {
  readonly since?: Version;
  readonly deprecated?: Version;
  /** First release that no longer knows it. */
  readonly removed?: Version;
  readonly summary: string;
}

/** Types of a sample (src/sample.c): `same` is what came in, `addr` either family. */
export type SampleType =
  | "any"
  | "same"
  | "bool"
  | "sint"
  | "addr"
  | "ipv4"
  | "ipv6"
  | "str"
  | "bin"
  | "meth"
  | "none";

/** The arguments that a fetch or converter takes; kinds as `haproxy -dKall` names them: string, integer, backend, table, "user list" … */
export interface Signature {
  readonly args?: readonly string[];
  /** So many of them at least. */
  readonly needs?: number;
  /** The last one may be repeated. */
  readonly many?: boolean;
  /** What is asked of each of them besides, in their order. */
  readonly values?: readonly ValueDef[];
}

/** An argument of a fetch or converter. */
export interface ValueDef {
  /** It must stand there and not be empty: what is missing otherwise. */
  readonly filled?: string;
  /** It may be empty. */
  readonly optional?: boolean;
  /** It is read only where the first argument is not empty. */
  readonly besideFirst?: boolean;
  readonly oneOf?: readonly string[];
  readonly anyCase?: boolean;
  /** A `!` may stand before it. */
  readonly bang?: boolean;
  /** Releases of those of `oneOf` that not all know. */
  readonly ages?: Readonly<Record<string, Pick<Age, "since">>>;
  readonly min?: number;
  readonly max?: number;
  /** `kinds` of arguments.ts. */
  readonly type?: string;
  /** A variable may stand there instead. */
  readonly variables?: Pick<Age, "since">;
  /** The first release that takes so many arguments. */
  readonly since?: Version;
}

export interface FetchDef extends Age, Signature {
  readonly type: SampleType;
  /** `Y` or `.` for each place of `contexts`, in its order: where the fetch has something to read. */
  readonly contexts: string;
}

export interface ConverterDef extends Age, Signature {
  readonly in: SampleType;
  readonly out: SampleType;
}

/** An ACL criterion that is no fetch of its own: `path_beg` reads `path` and matches by `beg`. */
export interface CriterionDef extends Age {
  readonly fetch?: string;
  readonly method?: string;
}

/** Data of a stick table. */
export interface StoredDef extends Age {
  /** "n", "period". */
  readonly args?: readonly string[];
  /** What a table with it cannot store besides. */
  readonly replaces?: readonly string[];
}

interface Tables {
  readonly contexts: readonly string[];
  readonly fetches: Readonly<Record<string, FetchDef>>;
  readonly converters: Readonly<Record<string, ConverterDef>>;
  readonly criteria: Readonly<Record<string, CriterionDef>>;
  readonly predefinedAcls: Readonly<Record<string, Age & { readonly means: string }>>;
  readonly matchMethods: Readonly<Record<string, Age>>;
  readonly aclFlags: Readonly<Record<string, Age>>;
  readonly logAliases: Readonly<Record<string, Age>>;
  readonly stickTableData: Readonly<Record<string, StoredDef>>;
  readonly balance: Readonly<Record<string, Age>>;
  readonly filters: Readonly<Record<string, Age>>;
  readonly predicates: Readonly<Record<string, Age>>;
  readonly variables: Readonly<Record<string, Age>>;
}

/** schemas/haproxy-samples.json: what haproxy offers inside its words, held to the daemons' dumps by test/haproxy/tables.test.ts. */
export const tables = table as unknown as Tables;

/** The entry of a table by name, never a property that every object has. */
export const entry = <T>(from: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(from, name) ? from[name] : undefined;

/** Whether this release knows the name; without a release, whether any does. */
export const knownAt = ({ since, removed }: Pick<Age, "since" | "removed">, version?: Version): boolean =>
  !version ||
  ((!since || compareVersions(version, since) >= 0) && (!removed || compareVersions(version, removed) < 0));
