import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { callsOf } from "./calls.ts";
import type { Use } from "./uses.ts";

/** The names of all stick tables: a proxy's own name, or `peers/table`. */
export function tableNames({ proxies, peers }: Haproxy): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, stickTable } of proxies) if (name && stickTable) names.add(name.value);
  for (const section of peers)
    for (const { name } of section.tables)
      if (section.name && name) names.add(`${section.name.value}/${name.value}`);
  return names;
}

/** Fetches that count in the proxy's own table where none is named; those of `sc…` read what is tracked. */
const ownTable = /^src_/;

/** A table that is read or written; `own` where the line names none and the proxy's own is meant. */
export interface TableUse extends Use {
  readonly own: boolean;
}

/** Every use of a stick table. */
export function tableUses(model: Haproxy): TableUse[] {
  return [
    ...model.proxies.flatMap((proxy) => proxy.rules.flatMap((rule) => ruleUse(rule, proxy))),
    ...model.proxies.flatMap(writeUse),
    ...callUses(model),
  ];
}

/** The table to which another one hands on what it learns. */
function writeUse(proxy: Proxy): TableUse[] {
  const { statement } = proxy.stickTable ?? {};
  const at = statement?.args.findIndex(({ value }) => value === "write-to") ?? -1;
  const named = at < 0 ? undefined : statement?.args[at + 1];
  return statement && named && !named.hole
    ? [{ name: named.value, at: named.at, statement, proxy, by: "write-to", own: false }]
    : [];
}

function ruleUse(rule: Rule, proxy: Proxy): TableUse[] {
  const by = rule.action || rule.ruleset;
  if (!/^(track-sc\d*|stick .*)$/.test(by)) return [];
  const { args, statement } = rule;
  const at = args.findIndex(({ value }) => value === "table");
  const named = at < 0 ? undefined : args[at + 1];
  if (named?.hole || named?.value.includes("%")) return [];
  if (named) return [{ name: named.value, at: named.at, statement, proxy, by, own: false }];
  return proxy.name ? [{ name: proxy.name.value, at: rule.at, statement, proxy, by, own: true }] : [];
}

const callUses = (model: Haproxy): TableUse[] =>
  callsOf(model).flatMap(({ call, signature, place, converter }): TableUse[] => {
    const index = signature?.args?.indexOf("table") ?? -1;
    const { statement, proxy } = place;
    if (index < 0) return [];
    const common = { statement, by: call.name, ...(proxy ? { proxy } : {}) };
    const arg = call.args?.[index];
    if (arg && arg.value !== "")
      return /[$%]/.test(arg.value) ? [] : [{ ...common, name: arg.value, at: arg.at, own: false }];
    return !converter && ownTable.test(call.name) && proxy?.name
      ? [{ ...common, name: proxy.name.value, at: call.whole, own: true }]
      : [];
  });
