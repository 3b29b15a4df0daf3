import type { Version } from "../core/schema.ts";
import { isIp4, isIp6 } from "../core/types.ts";
import type { Argument, Call, Sample } from "./expression.ts";
import type { Fault } from "./inner.ts";
import { regexProblem } from "./regex.ts";
import {
  type ConverterDef,
  type CriterionDef,
  entry,
  type FetchDef,
  knownAt,
  type SampleType,
  type Signature,
  tables,
} from "./tables.ts";

/** What a name at the head of an expression stands for. */
export interface Head {
  readonly fetch: FetchDef;
  /** For a criterion of ACLs such as `path_beg`: the method that it brings along. */
  readonly criterion?: CriterionDef;
}

/** Names that Lua scripts register; nothing is known of them. */
export const isLua = (name: string): boolean => name.startsWith("lua.");

/** The fetch of this name; in an ACL also the criteria, which win over fetches (src/acl.c). */
export function headOf(name: string, inAcl: boolean): Head | undefined {
  const heads = inAcl ? inAcls : elsewhere;
  const head = heads.get(name) ?? readHead(name, inAcl);
  if (head) heads.set(name, head);
  return head;
}

const inAcls = new Map<string, Head>();
const elsewhere = new Map<string, Head>();

function readHead(name: string, inAcl: boolean): Head | undefined {
  const criterion = inAcl ? entry(tables.criteria, name) : undefined;
  const fetch = entry(tables.fetches, criterion?.fetch ?? name);
  return fetch && (criterion ? { fetch, criterion } : { fetch });
}

/** Whether the target release knows the head: a criterion must be known itself. */
export const headKnown = ({ fetch, criterion }: Head, version?: Version): boolean =>
  knownAt(criterion ?? fetch, version);

export const converterOf = (name: string): ConverterDef | undefined => entry(tables.converters, name);

/** Types into which haproxy casts a sample of each type (sample_casts in src/sample.c). */
const casts: Readonly<Record<SampleType, readonly SampleType[]>> = {
  any: ["bool", "sint", "addr", "ipv4", "ipv6", "str", "bin", "meth"],
  same: ["bool", "sint", "addr", "ipv4", "ipv6", "str", "bin", "meth"],
  none: ["bool", "sint", "addr", "ipv4", "ipv6", "str", "bin", "meth"],
  bool: ["bool", "sint", "str", "bin"],
  sint: ["bool", "sint", "addr", "ipv4", "ipv6", "str", "bin"],
  addr: ["sint", "addr", "ipv4", "ipv6", "str", "bin"],
  ipv4: ["sint", "addr", "ipv4", "ipv6", "str", "bin"],
  ipv6: ["addr", "ipv4", "ipv6", "str", "bin"],
  str: ["bool", "sint", "addr", "ipv4", "ipv6", "str", "bin", "meth"],
  bin: ["str", "bin", "meth"],
  meth: ["str", "bin", "meth"],
};

/** Whether a sample of one type can be taken where another is wanted. */
export const castable = (from: SampleType, to: SampleType): boolean =>
  from === to || to === "any" || to === "same" || to === "none" || casts[from].includes(to);

/** How the types read in a message. */
export const typeTitle: Readonly<Record<SampleType, string>> = {
  any: "a value of any type",
  same: "a value of any type",
  none: "nothing",
  bool: "a boolean",
  sint: "an integer",
  addr: "an address",
  ipv4: "an IPv4 address",
  ipv6: "an IPv6 address",
  str: "a string",
  bin: "binary data",
  meth: "an HTTP method",
};

/** A converter that cannot take what comes before it. */
export interface Mismatch {
  readonly call: Call;
  readonly given: SampleType;
  readonly wanted: SampleType;
}

export interface Flow {
  /** What comes out; undefined where a name on the way is not known. */
  readonly type: SampleType | undefined;
  readonly mismatches: readonly Mismatch[];
}

/** Follows the type of a sample through its converters. */
export function flowOf({ fetch, converters }: Sample, inAcl: boolean): Flow {
  let type: SampleType | undefined = fetch && headOf(fetch.name, inAcl)?.fetch.type;
  const mismatches: Mismatch[] = [];
  for (const call of converters) {
    const def = converterOf(call.name);
    if (!def) {
      type = undefined;
      continue;
    }
    if (type && !castable(type, def.in)) mismatches.push({ call, given: type, wanted: def.in });
    type = def.out === "same" ? type : def.out;
  }
  return { type, mismatches };
}

/** Arguments that may be empty: a text, or what is then the proxy that the line stands in. */
const mayBeEmpty = new Set(["string", "frontend", "backend", "table"]);

/** What is wrong with the arguments of a fetch or converter (src/arg.c make_arg_list()): none at all count as one empty one. */
export function argumentFaults(call: Call, { args: kinds = [], needs = 0, many }: Signature): Fault[] {
  const given = call.args ?? [];
  const most = many ? Number.POSITIVE_INFINITY : kinds.length;
  if (given.length > most) {
    const extra = given[most]!;
    const takes = most === 0 ? "no argument" : most === 1 ? "one argument" : `at most ${most} arguments`;
    return [{ message: `${call.name} takes ${takes}, and ${extra.value} is one more`, at: extra.at }];
  }
  const args = given.length === 0 && needs > 0 ? [{ value: "", at: call.at }] : given;
  if (args.length < needs) {
    const missing = kinds[given.length]!;
    const takes = needs === 1 ? "an argument" : `${needs} arguments`;
    return [{ message: `${call.name} needs ${takes}: ${article(missing)} is missing`, at: call.at }];
  }
  return args.flatMap(({ value, at }, i) => {
    const kind = kinds[Math.min(i, kinds.length - 1)]!;
    if (value === "")
      return (i < needs || i < given.length - 1) && !mayBeEmpty.has(kind)
        ? [{ message: `${call.name} needs ${article(kind)}`, at: given.length > 0 ? call.whole : at }]
        : [];
    const problem = argumentProblem(value, kind);
    return problem ? [{ message: `${value} ${problem}`, at }] : [];
  });
}

const article = (kind: string): string => `${/^[aeiouAEIOU](?!ser)/.test(kind) ? "an" : "a"} ${kind}`;

/** An environment variable stands in it. */
export const isVariable = (value: string): boolean => /\$[{A-Za-z_]/.test(value);

/** As haproxy counts, in 32 bits. */
const isMaskLength = (value: string, most: number): boolean =>
  /^\+?\d+$/.test(value) && Number(value) % 2 ** 32 <= most;

function argumentProblem(value: string, kind: string): string | undefined {
  if (isVariable(value)) return undefined;
  switch (kind) {
    case "integer":
      return /^[+-]?\d*$/.test(value) ? undefined : "is not an integer";
    case "regex":
      return regexProblem(value);
    case "Protocol buffers field number":
      return /^[\d.]*\d$/.test(value) ? undefined : "is not a field number of Protocol Buffers, such as 1.2";
    case "IPv4 address":
      return isIp4(value) ? undefined : "is not an IPv4 address";
    case "IPv6 address":
      return isIp6(value) ? undefined : "is not an IPv6 address";
    case "IPv4 mask":
      return isIp4(value) || isMaskLength(value, 32) ? undefined : "is not an IPv4 mask";
    case "IPv6 mask":
      return isIp6(value) || isMaskLength(value, 128) ? undefined : "is not an IPv6 mask";
    default:
      return undefined;
  }
}

/** Converters whose argument is an integer or a variable (check_operator() in src/sample.c). */
const operators = new Set(["add", "sub", "mul", "div", "mod", "and", "or", "xor"]);

const scopes = ["proc", "sess", "txn", "req", "res", "check"];

/** The same of the stream that this one was made for. */
const parents = {
  scopes: ["psess", "ptxn", "preq", "pres"],
  since: "3.1",
};

/** The name of a variable of the parent stream as that stream has it: `txn.x` for `ptxn.x`. */
export const ownName = (name: string): string =>
  parents.scopes.includes(name.slice(0, name.indexOf("."))) ? name.slice(1) : name;

/** Why haproxy does not take this name of a variable, as the end of a sentence (src/vars.c). */
export function variableProblem(name: string, version?: Version): string | undefined {
  const dot = name.indexOf(".");
  const scope = dot < 0 ? "" : name.slice(0, dot);
  const ofParent = parents.scopes.includes(scope);
  if (ofParent && !knownAt(parents, version))
    return `has a scope of haproxy ${parents.since}, the target is ${version}`;
  if (!ofParent && !scopes.includes(scope))
    return `must begin with a scope: ${scopes.map((scope) => `${scope}.`).join(" ")}`;
  if (dot === name.length - 1) return "has no name behind its scope";
  const bad = /[^A-Za-z0-9_.]/.exec(name.slice(dot + 1))?.[0];
  return bad ? `must not hold ${bad}: letters, digits, _ and . only` : undefined;
}

/** The argument of a call that names a variable. */
export function variableOf({ name, args = [] }: Call, isConverter: boolean): Argument | undefined {
  const [first] = args;
  if (!first || isVariable(first.value)) return undefined;
  const names = isConverter
    ? name === "set-var" || name === "unset-var" || (operators.has(name) && !/^[+-]?\d+$/.test(first.value))
    : name === "var";
  return names ? first : undefined;
}
