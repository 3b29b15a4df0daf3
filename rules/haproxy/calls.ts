import type { Block } from "../../parsers/core/blocks.ts";
import { type Groups, grouped, merged, remembered } from "../../parsers/core/remembered.ts";
import type { Call, Sample } from "../../parsers/haproxy/expression.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Expression, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { converterOf, headOf } from "../../parsers/haproxy/samples.ts";
import { expressionsIn, proxyBlocks } from "../../parsers/haproxy/sections.ts";
import { entry, type Signature, tables } from "../../parsers/haproxy/tables.ts";
import { inExpressions } from "./inProxies.ts";

/** A fetch or converter where it stands. */
export interface PlacedCall {
  readonly call: Call;
  /** Absent for a name that no table knows. */
  readonly signature?: Signature;
  readonly converter: boolean;
  readonly place: Expression;
}

const none: readonly never[] = [];

export function samplesOf(place: Expression): readonly Sample[] {
  if (place.kind === "sample") return [place.sample];
  if (place.kind === "acl") return place.acl.criterion ? [place.acl.criterion] : [];
  if (place.format.items.length === 0) return none;
  return place.format.items.flatMap(({ sample }) => (sample ? [sample] : []));
}

export function callsIn(place: Expression): readonly PlacedCall[] {
  const calls: PlacedCall[] = [];
  for (const { fetch, converters } of samplesOf(place)) {
    if (fetch) calls.push(placed(fetch, place, false));
    for (const call of converters) calls.push(placed(call, place, true));
  }
  return calls;
}

function placed(call: Call, place: Expression, converter: boolean): PlacedCall {
  const signature = converter ? converterOf(call.name) : headOf(call.name, true)?.fetch;
  return { call, ...(signature ? { signature } : {}), converter, place };
}

const callsOfProxy = remembered((proxy: Proxy): readonly PlacedCall[] =>
  expressionsIn(proxy).flatMap(callsIn),
);

/** Every fetch and converter of the configuration. */
export const callsOf = inExpressions(callsIn);

/** All of them by something that they say of themselves. */
function indexed<Key>(keyOf: (call: PlacedCall) => Key): (model: Haproxy) => Groups<Key, PlacedCall> {
  const inBlock = remembered((block: Block<Proxy>) => grouped(block.flatMap(callsOfProxy), keyOf));
  return remembered((model) =>
    merged([...proxyBlocks(model).map(inBlock), grouped(model.expressions.flatMap(callsIn), keyOf)]),
  );
}

const byName = indexed(({ call }) => call.name);
const bySignature = indexed(({ signature }) => signature);

/** The fetches and converters whose name passes. */
export const callsNamed = (model: Haproxy, passes: (name: string) => boolean): readonly PlacedCall[] =>
  [...byName(model).keys()].flatMap((name) => (passes(name) ? byName(model).of(name) : []));

/** Those that may be given an argument of this kind: `backend`, "user list". */
export const callsTaking = (model: Haproxy, kind: string): readonly PlacedCall[] =>
  [...bySignature(model).keys()].flatMap((signature) =>
    signature?.args?.includes(kind) ? bySignature(model).of(signature) : [],
  );

/** The fetches of whose name, that of a criterion's fetch, this pattern takes. */
export const fetchesNamed = (model: Haproxy, pattern: RegExp): readonly PlacedCall[] =>
  callsNamed(model, (name) => pattern.test(fetchName(name))).filter(({ converter }) => !converter);

/** The name of what a fetch reads: `path` of the criterion `path_beg`. */
export const fetchName = (name: string): string => entry(tables.criteria, name)?.fetch ?? name;
