import { compareVersions, type Verdict, type Version } from "../../parsers/core/schema.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { linesByWord } from "../../parsers/haproxy/lineWords.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Option, Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import type { Targets } from "../rule.ts";
import { byName, inProxies } from "./inProxies.ts";

/** The proxy and the `defaults` it inherits from, nearest first. */
export function chainOf(proxy: Proxy): readonly Proxy[] {
  const chain: Proxy[] = [];
  for (let one: Proxy | undefined = proxy; one; one = one.defaults) chain.push(one);
  return chain;
}

export const listens = ({ kind }: Proxy): boolean => kind === "frontend" || kind === "listen";
export const serves = ({ kind }: Proxy): boolean => kind === "backend" || kind === "listen";

/** A proxy with a `disabled` line: haproxy looks up nothing that it names. */
export function isDisabled(proxy: Proxy): boolean {
  for (let one: Proxy | undefined = proxy; one; one = one.defaults) {
    const state = stateOf(one);
    if (state) return state === "disabled";
  }
  return false;
}

const stateOf = ({ statements }: Proxy): string | undefined => {
  const lines = linesByWord(statements);
  if (!lines.has("enabled")) return lines.has("disabled") ? "disabled" : undefined;
  return statements.findLast(({ keyword: { value } }) => value === "disabled" || value === "enabled")?.keyword
    .value;
};

/** A frontend, backend or listen that runs. */
export const isRunning = (proxy: Proxy): boolean => proxy.kind !== "defaults" && !isDisabled(proxy);

/** Frontends, backends and listens that run. */
export const running = inProxies((proxy) => (isRunning(proxy) ? [proxy] : []));

/** Those of them that listen. */
export const fronts = inProxies((proxy) => (listens(proxy) && isRunning(proxy) ? [proxy] : []));

/** By each `defaults` the proxies, no `defaults` themselves, that inherit from it, be it through another one. */
export const heirsOf = byName<Proxy, Proxy>((proxy, name) => {
  if (proxy.kind === "defaults" || !proxy.defaults) return;
  for (const one of chainOf(proxy.defaults)) name(one, proxy);
});

/** The frontends, backends and listens by name, which is undefined where it is missing. */
export const proxiesNamed = byName<string | undefined, Proxy>((proxy, name) => {
  if (proxy.kind !== "defaults") name(proxy.name?.value, proxy);
});

/** The running proxies that take what stands in this one: itself, or those that inherit from a `defaults`. */
export function takersOf(proxy: Proxy, model: Haproxy): readonly Proxy[] {
  if (proxy.kind === "defaults") return heirsOf(model).of(proxy).filter(isRunning);
  return isDisabled(proxy) ? [] : [proxy];
}

/** "frontend f", "defaults". */
export const titleOf = ({ kind, name }: Proxy): string => (name ? `${kind} ${name.value}` : kind);

/** What haproxy does, where the statement is read: nothing is known of a line that stands in a `.if` arm. */
export const certain = (statement: Statement, verdict: Verdict): Verdict =>
  statement.branch ? "silent" : verdict;

/** Whether the target release is this one or newer; without a target the newest counts. */
export const isSince = ({ haproxy }: Targets, version: Version): boolean =>
  !haproxy || compareVersions(haproxy, version) >= 0;

/** The option that counts on a `server` line: its last one, else the last of the `default-server` lines. */
export const serverOption = (
  { options, inherited }: { readonly options: readonly Option[]; readonly inherited: readonly Option[] },
  name: string,
): Option | undefined =>
  options.findLast((option) => option.name === name) ?? inherited.findLast((option) => option.name === name);

/** A `use_backend` or `use-server` rule whose target is computed for each request. */
export const isDynamic = ({ args }: Rule): boolean => args[0]?.value.includes("%") ?? false;

/** Lua code, SPOE agents and tracers set and read variables and choose backends where no file says so. */
export const hasForeignCode = (model: Haproxy): boolean =>
  model.global.statements.some(({ keyword }) =>
    /^(lua-load|lua-load-per-thread|lua-prepend-path)/.test(keyword.value),
  ) || foreignFilters(model).length > 0;

const foreignFilters = inProxies(({ filters }) =>
  filters.filter(({ action }) => ["spoe", "opentracing", "ot", "opentelemetry", "trace"].includes(action)),
);
