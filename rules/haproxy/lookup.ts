import { type Groups, remembered } from "../../parsers/core/remembered.ts";
import { linesByWord } from "../../parsers/haproxy/lineWords.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Option, Proxy, ProxyOption, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { byName, inProxies } from "./inProxies.ts";
import { chainOf, isRunning, running } from "./proxies.ts";
import { type AnyServer, serversOf } from "./servers.ts";

// What rules ask of a configuration by name: a rule that speaks of cookies meets the proxies with a `cookie` line, not
// all 10,000. Everything is found in the order of the text.

/** A name, or all names that a pattern takes. */
export type Name = string | RegExp;

interface Index<Value> {
  readonly all: () => readonly Value[];
  readonly byName: Groups<string, Value>;
}

function named<Value>({ all, byName }: Index<Value>, names: readonly Name[]): readonly Value[] {
  const lists = names.flatMap((name) =>
    typeof name === "string"
      ? [byName.of(name)]
      : [...byName.keys()].flatMap((key) => (name.test(key) ? [byName.of(key)] : [])),
  );
  const found = lists.filter(({ length }) => length > 0);
  if (found.length < 2) return found[0] ?? [];
  const kept = new Set(found.flat());
  return all().filter((one) => kept.has(one));
}

const indexed = <Value>(
  inProxy: (proxy: Proxy, name: (name: string, value: Value) => void) => void,
  all: (model: Haproxy) => readonly Value[],
): ((model: Haproxy) => Index<Value>) => {
  const named = byName(inProxy);
  return remembered((model) => ({ all: () => all(model), byName: named(model) }));
};

const byWord = indexed<Proxy>(
  (proxy, name) => {
    for (const word of linesByWord(proxy.statements).keys()) name(word, proxy);
  },
  ({ proxies }) => proxies,
);

/** The proxies, defaults among them, with an own line that begins with one of these words. */
export const proxiesWith = (model: Haproxy, ...words: readonly Name[]): readonly Proxy[] =>
  named(byWord(model), words);

/** The running proxies with such a line, their own or inherited. */
export function runningWith(model: Haproxy, ...words: readonly Name[]): readonly Proxy[] {
  const own = proxiesWith(model, ...words);
  if (!own.some(({ kind }) => kind === "defaults")) return own.filter(isRunning);
  const having = new Set(own);
  return running(model).filter((proxy) => chainOf(proxy).some((one) => having.has(one)));
}

export interface PlacedRule {
  readonly rule: Rule;
  readonly proxy: Proxy;
}

const rulesPlaced = remembered((proxy: Proxy): readonly PlacedRule[] =>
  proxy.rules.map((rule) => ({ rule, proxy })),
);

/** The rules of all proxies. */
export const placedRules = inProxies(rulesPlaced);

const byAction = indexed<PlacedRule>((proxy, name) => {
  for (const placed of rulesPlaced(proxy)) name(placed.rule.action, placed);
}, placedRules);

const byRuleset = indexed<PlacedRule>((proxy, name) => {
  for (const placed of rulesPlaced(proxy)) name(placed.rule.ruleset, placed);
}, placedRules);

/** The rules of all proxies with one of these actions: "deny", /^track-sc/; "" is that of rulesets without actions. */
export const rulesDoing = (model: Haproxy, ...actions: readonly Name[]): readonly PlacedRule[] =>
  named(byAction(model), actions);

/** The rules of all proxies in one of these rulesets. */
export const rulesIn = (model: Haproxy, ...rulesets: readonly Name[]): readonly PlacedRule[] =>
  named(byRuleset(model), rulesets);

/** The proxies that these stand in, each once. */
export const proxiesOf = (placed: readonly { readonly proxy: Proxy }[]): readonly Proxy[] => [
  ...new Set(placed.map(({ proxy }) => proxy)),
];

/** Those of them that run. */
export const runningOf = (placed: readonly { readonly proxy: Proxy }[]): readonly Proxy[] =>
  proxiesOf(placed).filter(isRunning);

export interface PlacedServer {
  readonly server: AnyServer;
  readonly proxy: Proxy;
}

const serversPlaced = remembered((proxy: Proxy): readonly PlacedServer[] =>
  serversOf(proxy).map((server) => ({ server, proxy })),
);

/** The servers and templates of all proxies. */
const allServers = inProxies(serversPlaced);

/** Those of running proxies. */
export const placedServers = inProxies((proxy) => (isRunning(proxy) ? serversPlaced(proxy) : []));

const byServerOption = indexed<PlacedServer>((proxy, name) => {
  for (const placed of serversPlaced(proxy)) {
    for (const option of placed.server.options) name(option.name, placed);
    for (const option of placed.server.inherited) name(option.name, placed);
  }
}, allServers);

/** The servers and templates that have one of these options, their own or inherited. */
export const allServersWith = (model: Haproxy, ...options: readonly Name[]): readonly PlacedServer[] =>
  named(byServerOption(model), options);

/** Those of running proxies. */
export const serversWith = (model: Haproxy, ...options: readonly Name[]): readonly PlacedServer[] =>
  allServersWith(model, ...options).filter(({ proxy }) => isRunning(proxy));

/** The options of these names on `server`, `server-template` and `default-server` lines. */
export const serverLineOptions = (model: Haproxy, names: RegExp): readonly Option[] =>
  [
    ...allServersWith(model, names).map(({ server }) => server),
    ...proxiesWith(model, "default-server").flatMap(({ defaultServers }) => defaultServers),
  ].flatMap(({ options }) => options.filter(({ name }) => names.test(name)));

export interface PlacedOption {
  readonly option: ProxyOption;
  readonly proxy: Proxy;
}

const optionsPlaced = remembered((proxy: Proxy): readonly PlacedOption[] =>
  proxy.options.map((option) => ({ option, proxy })),
);

const byOption = indexed<PlacedOption>((proxy, name) => {
  for (const placed of optionsPlaced(proxy)) name(placed.option.name, placed);
}, inProxies(optionsPlaced));

/** The `option` lines of all proxies with one of these names. */
export const optionsNamed = (model: Haproxy, ...names: readonly Name[]): readonly PlacedOption[] =>
  named(byOption(model), names);
