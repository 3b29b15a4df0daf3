import type { Call } from "../../parsers/haproxy/expression.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Acl, Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { callsNamed, type PlacedCall } from "./calls.ts";
import { chainOf } from "./proxies.ts";
import { testsOf } from "./tests.ts";

/** The sticky counter that a fetch reads: 0 of `sc0_conn_cur` and of `sc_conn_cur(0)`. */
export function counterOf({ name, args }: Call): number | undefined {
  const short = /^sc(\d)_/.exec(name);
  if (short) return Number(short[1]);
  const first = args?.[/^sc_(get|inc|clr)_gp[ct]$|^sc_gpc_rate$/.test(name) ? 1 : 0]?.value;
  return name.startsWith("sc_") && first && /^\d+$/.test(first) ? Number(first) : undefined;
}

/** The counter that a `track-scN` rule fills. */
export function trackedBy({ action, parameter }: Rule): number | undefined {
  const match = /^track-sc(\d+)$/.exec(action);
  if (match) return Number(match[1]);
  return action === "track-sc" && parameter && /^\d+$/.test(parameter) ? Number(parameter) : undefined;
}

/** The counter that a `sc-inc-gpc0(N)` or `sc-set-gpt(I,N)` rule changes. */
export function changedBy({ action, parameter }: Rule): number | undefined {
  if (!/^sc-/.test(action) || !parameter) return undefined;
  const words = parameter.split(",");
  const word = /^sc-(inc-gpc|add-gpc|set-gpt)$/.test(action) ? words[1] : words[0];
  return word && /^\d+$/.test(word.trim()) ? Number(word) : undefined;
}

/** A proxy's own rules, then those of the `defaults` it inherits. */
export const rulesOf = (proxy: Proxy): readonly Rule[] => chainOf(proxy).flatMap(({ rules }) => rules);

/** In the order in which haproxy goes through them for a request. */
const order = [
  "tcp-request connection",
  "tcp-request session",
  "tcp-request content",
  "http-request",
  "redirect",
  "use_backend",
];

/** The place of a rule's ruleset among those of a request; undefined for rules of the answer. */
export const phaseOf = ({ ruleset }: Rule): number | undefined => {
  const at = order.indexOf(ruleset);
  return at < 0 ? undefined : at;
};

/** The fetches of `sc…` counters in a rule's condition, by ACL name or not. */
export const countersTested = (rule: Rule, proxy: Proxy): { readonly call: Call; readonly acl: Acl }[] =>
  testsOf(rule, proxy).flatMap((acl) => {
    const call = acl.criterion?.fetch;
    return call && counterOf(call) !== undefined ? [{ call, acl }] : [];
  });

/** Every read of a counter, what asks whether it is tracked aside. */
export const counterReads = (model: Haproxy): { readonly placed: PlacedCall; readonly counter: number }[] =>
  callsNamed(model, (name) => /^sc\d?_/.test(name)).flatMap((placed) => {
    const counter = placed.converter ? undefined : counterOf(placed.call);
    return counter === undefined || /_tracked$/.test(placed.call.name) ? [] : [{ placed, counter }];
  });
