import { keywordsOf } from "../core/schema.ts";
import { galeraSchema } from "./schema.ts";

/** How mysqld reads the name of an option (mysys/my_getopt.c). */
export interface OptionName {
  /** The variable's name with `_`, in lower case; the given one where no server knows it. */
  readonly name: string;
  /** Words before the name that change its sense, in the order of the text: "loose", "skip". */
  readonly prefixes: readonly Prefix[];
  readonly known: boolean;
  /** The start of a name that no other one has. */
  readonly abbreviated: boolean;
  /** The names that the given start fits, where there are several. */
  readonly candidates: readonly string[];
}

export type Prefix = (typeof prefixes)[number];

/** In the order in which they are tried, each once. */
const prefixes = ["loose", "skip", "disable", "enable", "maximum"] as const;

interface Names {
  /** MariaDB's, whose unique starts count as names. */
  readonly own: ReadonlySet<string>;
  /** Names that MariaDB takes for the sake of old files and does not use. */
  readonly idle: ReadonlySet<string>;
  /** MySQL's only. */
  readonly mysql: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

let known: Names | undefined;

/** Every variable that a supported server has: those with an entry in the table, and the mere names. */
export function variables(): Names {
  if (!known) {
    const { names = {} } = galeraSchema;
    const listed = (namespace: string): readonly string[] => names[namespace]?.known ?? [];
    const entries = (place: string): readonly string[] => Object.keys(keywordsOf(galeraSchema, place));
    const idle = new Set(listed("idle variable"));
    const own = new Set([...entries("mariadb"), ...listed("variable"), ...idle]);
    const mysql = new Set([...entries("mysql"), ...listed("MySQL variable")]);
    known = { own, idle, mysql, all: new Set([...own, ...mysql, ...listed("other variable")]) };
  }
  return known;
}

/** Small and with `_`: the server makes no difference between these. */
export const plainName = (written: string): string => written.toLowerCase().replaceAll("-", "_");

export function optionName(written: string): OptionName {
  let rest = plainName(written);
  const found: Prefix[] = [];
  const here = lookUp(rest);
  if (here) return { ...here, prefixes: [] };
  for (const prefix of prefixes) {
    if (!rest.startsWith(`${prefix}_`)) continue;
    rest = rest.slice(prefix.length + 1);
    found.push(prefix);
    const behind = lookUp(rest);
    if (behind) return { ...behind, prefixes: found };
  }
  return { name: rest, prefixes: found, known: false, abbreviated: false, candidates: [] };
}

function lookUp(name: string): Omit<OptionName, "prefixes"> | undefined {
  const { own, all } = variables();
  if (all.has(name)) return { name, known: true, abbreviated: false, candidates: [] };
  const candidates = name === "" ? [] : [...own].filter((one) => one.startsWith(name));
  const [only, ...others] = candidates;
  if (!only) return undefined;
  return others.length === 0
    ? { name: only, known: true, abbreviated: true, candidates }
    : { name, known: true, abbreviated: true, candidates };
}
