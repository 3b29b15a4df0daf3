import type { Span } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { callsNamed } from "./calls.ts";
import { changedBy, counterOf, rulesOf, trackedBy } from "./counters.ts";
import { rulesDoing } from "./lookup.ts";
import { isDisabled } from "./proxies.ts";
import { type NamedTable, tablesOf } from "./stick-tables.ts";

/** What a table must store for a fetch or action of this name, one of these; undefined where it needs nothing. */
function neededBy(name: string): readonly string[] | undefined {
  const what =
    /^(?:sc\d?|src|table)_(?:(?:get|inc|clr|updt)_)?(\w+)$/.exec(name)?.[1] ??
    /^sc-\w+-(\w+)$/.exec(name)?.[1];
  if (!what) return undefined;
  const array = /^(gp[ct])[01]$/.exec(what)?.[1] ?? (/^gpc[01]_rate$/.test(what) ? "gpc_rate" : undefined);
  if (array) return [what, array];
  if (/^kbytes_(in|out)$/.test(what)) return [`${what.replace("kbytes", "bytes")}_cnt`];
  return /^(conn|sess|http_req|http_err|http_fail|bytes_in|bytes_out|glitch)_(cnt|cur|rate)$|^(gpc|gpt|gpc_rate|server_id)$/.test(
    what,
  )
    ? [what]
    : undefined;
}

/** The word after `table`, else the name of the proxy. */
const tableOf = ({ args }: Rule, proxy: Proxy): string | undefined => {
  const at = args.findIndex(({ value }) => value === "table");
  return at < 0 ? proxy.name?.value : args[at + 1]?.value;
};

/** The tables that `track-scN` rules fill for a counter that this proxy reads. */
function trackedTables(model: Haproxy, proxy: Proxy, counter: number): (string | undefined)[] {
  const of = (one: Proxy) =>
    rulesOf(one).flatMap((rule) => (trackedBy(rule) === counter ? [tableOf(rule, one)] : []));
  const others = model.proxies.filter(
    ({ kind }) => kind !== "defaults" && (kind !== "backend" || proxy.kind !== "backend"),
  );
  return proxy.kind === "backend"
    ? [...of(proxy), ...others.flatMap(of)]
    : [...of(proxy), ...model.backends.flatMap(of)];
}

export const counterNotStored = modelRule({
  id: "haproxy/counter-not-stored",
  severity: "error",
  summary: "A table must store what is asked of it",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const tables = new Map<string, NamedTable>(tablesOf(model).map((table) => [table.name, table]));
    const look = (at: Span, by: string, names: readonly (string | undefined)[], so = "is always 0"): void => {
      const needed = neededBy(by);
      const asked = names.map((name) => (name === undefined ? undefined : tables.get(name)));
      const [table] = asked;
      if (
        !needed ||
        !table ||
        asked.some(
          (one) => !one || one.table.store.some(({ name, word }) => word.hole || needed.includes(name)),
        )
      )
        return;
      report(at, `${by} ${so}: table ${table.name} does not store ${needed[0]}`, {
        related: [
          {
            at: table.table.statement.keyword.at,
            message: `store ${table.table.store.map(({ name }) => name).join(",") || "nothing"}`,
          },
        ],
      });
    };
    for (const { call, converter, place, signature } of callsNamed(model, (name) => !!neededBy(name))) {
      const { proxy } = place;
      if (!proxy || proxy.kind === "defaults" || isDisabled(proxy)) continue;
      const index = signature?.args?.indexOf("table") ?? -1;
      const named = index < 0 ? undefined : call.args?.[index]?.value;
      if (named && /[$%]/.test(named)) continue;
      const counter = converter ? undefined : counterOf(call);
      if (named) look(call.at, call.name, [named]);
      else if (counter !== undefined) look(call.at, call.name, trackedTables(model, proxy, counter));
      else if (/^src_/.test(call.name)) look(call.at, call.name, [proxy.name?.value]);
    }
    for (const { rule, proxy } of rulesDoing(model, /^sc-/)) {
      const counter = changedBy(rule);
      if (counter !== undefined && proxy.kind !== "defaults")
        look(
          rule.actionWord?.at ?? rule.at,
          rule.action,
          trackedTables(model, proxy, counter),
          "does nothing",
        );
    }
  },
});
