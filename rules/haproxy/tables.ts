import { remembered } from "../../parsers/core/remembered.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { callsTaking } from "./calls.ts";
import { type PlacedRule, proxiesWith, rulesDoing, rulesIn } from "./lookup.ts";
import type { Use } from "./uses.ts";

/** The names of all stick tables: a proxy's own name, or `peers/table`. */
export function tableNames(model: Haproxy): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, stickTable } of proxiesWith(model, "stick-table"))
    if (name && stickTable) names.add(name.value);
  for (const section of model.peers)
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
export const tableUses = remembered((model: Haproxy): readonly TableUse[] => [
  ...[...rulesDoing(model, /^track-sc\d*$/), ...sticks(model)].flatMap(ruleUse),
  ...proxiesWith(model, "stick-table").flatMap(writeUse),
  ...proxiesWith(model, "filter").flatMap(limitUses),
  ...callUses(model),
]);

/** Those in a frontend haproxy drops. */
const sticks = (model: Haproxy): readonly PlacedRule[] =>
  rulesIn(model, /^stick /).filter(({ proxy }) => proxy.kind !== "frontend");

/** The table to which another one hands on what it learns. */
function writeUse(proxy: Proxy): TableUse[] {
  const { statement } = proxy.stickTable ?? {};
  const at = statement?.args.findIndex(({ value }) => value === "write-to") ?? -1;
  const named = at < 0 ? undefined : statement?.args[at + 1];
  return statement && named && !named.hole
    ? [{ name: named.value, at: named.at, statement, proxy, by: "write-to", own: false }]
    : [];
}

function ruleUse({ rule, proxy }: PlacedRule): TableUse[] {
  const by = rule.action || rule.ruleset;
  const { args, statement } = rule;
  const at = args.findIndex(({ value }) => value === "table");
  const named = at < 0 ? undefined : args[at + 1];
  if (named?.hole || named?.value.includes("%")) return [];
  if (named) return [{ name: named.value, at: named.at, statement, proxy, by, own: false }];
  return proxy.name ? [{ name: proxy.name.value, at: rule.at, statement, proxy, by, own: true }] : [];
}

/** Where a shared limit counts: the table that it names, else that of its proxy. */
const limitUses = (proxy: Proxy): TableUse[] =>
  proxy.filters.flatMap(({ action, args, statement }): TableUse[] => {
    const isShared = /^bwlim-(in|out)$/.test(action) && args.some(({ value }) => value === "key");
    if (!isShared || args.some(({ hole }) => hole)) return [];
    const named = args[args.findIndex(({ value }) => value === "table") + 1];
    const common = { statement, proxy, by: `filter ${action}` };
    if (named && args.some(({ value }) => value === "table"))
      return [{ ...common, name: named.value, at: named.at, own: false }];
    return proxy.name ? [{ ...common, name: proxy.name.value, at: statement.keyword.at, own: true }] : [];
  });

const callUses = (model: Haproxy): TableUse[] =>
  callsTaking(model, "table").flatMap(({ call, signature, place, converter }): TableUse[] => {
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
