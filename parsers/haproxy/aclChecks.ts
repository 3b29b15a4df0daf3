import type { Acl } from "./modelProxy.ts";
import { type PatternKind, patternKinds } from "./patterns.ts";
import { castable, flowOf, headOf } from "./samples.ts";
import { entry, type SampleType, tables } from "./tables.ts";

/** How an ACL matches: by the word after `-m`, by its criterion, or by the type of its sample. */
export interface Matching {
  /** Undefined where the type has no method of its own and none is given, or nothing is known. */
  readonly method: string | undefined;
  readonly type: SampleType | undefined;
  /** `-m` is needed and missing. */
  readonly missing: boolean;
}

const byType: Readonly<Partial<Record<SampleType, string>>> = {
  bool: "bool",
  sint: "int",
  addr: "ip",
  ipv4: "ip",
  ipv6: "ip",
  str: "str",
  meth: "str",
};

/** The default method of a type (src/acl.c parse_acl_expr()). */
export function matchingOf({ criterion, method }: Acl): Matching {
  if (!criterion?.fetch) return { method: undefined, type: undefined, missing: false };
  const { type } = flowOf(criterion, true);
  const head = headOf(criterion.fetch.name, true);
  const own = method?.value ?? head?.criterion?.method;
  if (own !== undefined) return { method: own, type, missing: false };
  const standard = type && byType[type];
  return { method: standard, type, missing: type === "bin" || type === "any" };
}

/** The type that each method wants (pat_match_types in src/pattern.c). */
const wanted: Readonly<Record<string, SampleType>> = {
  found: "any",
  bool: "sint",
  int: "sint",
  ip: "addr",
  bin: "bin",
  len: "str",
  str: "str",
  beg: "str",
  sub: "str",
  dir: "str",
  dom: "str",
  end: "str",
  reg: "str",
  regm: "str",
};

/** Whether the word after `-m` names a method that takes what the sample gives. */
export function methodFits(method: string, type: SampleType | undefined): boolean {
  const want = entry(wanted, method);
  return want === undefined || type === undefined || type === "same" || castable(type, want);
}

export const isMethod = (name: string): boolean => entry(tables.matchMethods, name) !== undefined;

/** Versions of TLS are compared as dotted numbers unless -m says otherwise. */
const dotted = new Set(["req.ssl_ver", "req_ssl_ver"]);

export function patternKindOf(acl: Acl, { method }: Matching): PatternKind {
  const { criterion } = acl;
  if (!acl.method && criterion?.fetch && dotted.has(criterion.fetch.name)) return "dotted";
  return (method !== undefined && entry(patternKinds, method)) || "text";
}
