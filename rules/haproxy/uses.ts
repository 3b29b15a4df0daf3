import { grouped } from "../../parsers/core/remembered.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import { firstOf } from "../../parsers/haproxy/lineWords.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { callsTaking } from "./calls.ts";
import { inProxies } from "./inProxies.ts";
import { allServersWith, proxiesWith } from "./lookup.ts";
import { serverOption } from "./proxies.ts";

/** A name that a line expects to be defined elsewhere. */
export interface Use {
  readonly name: string;
  readonly at: Span;
  readonly statement: Statement;
  /** The proxy that the line stands in; absent in `global` and the like. */
  readonly proxy?: Proxy;
  /** The option, action or fetch that names it, as written. */
  readonly by: string;
}

const useOf = (word: Word, by: string, statement: Statement, proxy?: Proxy): Use[] =>
  word.hole || word.value.includes("%")
    ? []
    : [{ name: word.value, at: word.at, statement, by, ...(proxy ? { proxy } : {}) }];

/** The arguments of this kind (`backend`, `table`, "user list") that fetches and converters are given. */
export const argumentsOf = (model: Haproxy, kind: string): Use[] =>
  callsTaking(model, kind).flatMap(({ call, signature, place }) =>
    (call.args ?? []).flatMap((arg, i): Use[] => {
      if (signature?.args?.[i] !== kind || arg.value === "" || /[$%]/.test(arg.value)) return [];
      const { statement, proxy } = place;
      return [{ name: arg.value, at: arg.at, statement, by: call.name, ...(proxy ? { proxy } : {}) }];
    }),
  );

/** The name that a rule's words carry after `word`: `track-sc0 src table t`. */
export const ruleWords = (word: string): ((model: Haproxy) => readonly Use[]) =>
  inProxies((proxy) =>
    proxy.rules.flatMap(({ args, action, ruleset, statement }) => {
      const at = args.findIndex(({ value }) => value === word);
      const name = at < 0 ? undefined : args[at + 1];
      return name ? useOf(name, action || ruleset, statement, proxy) : [];
    }),
  );

/** The first argument of the proxies' lines with this keyword, or the argument at `index`. */
export const proxyLines = (model: Haproxy, keyword: string, index = 0): Use[] =>
  proxiesWith(model, firstOf(keyword)).flatMap((proxy) =>
    proxy.statements.flatMap((statement) => {
      const word = statement.keyword.value === keyword && !statement.prefix && statement.args[index];
      return word ? useOf(word, keyword, statement, proxy) : [];
    }),
  );

/** What stands after the option of this name on `server`, `server-template` and `default-server` lines, where it counts. */
export const serverOptions = (model: Haproxy, name: string): Use[] =>
  [...grouped(allServersWith(model, name), ({ proxy }) => proxy)].flatMap(([proxy, placed]) => {
    const counted = new Set(placed.map(({ server }) => serverOption(server, name)!));
    return [...counted].flatMap(({ args, statement }) =>
      args[0] ? useOf(args[0], name, statement, proxy) : [],
    );
  });

/** Words of the form `PREFIX@NAME` on `log` lines. */
export const logTargets = (model: Haproxy, prefix: string): Use[] => {
  const places = [
    { proxy: undefined, logs: model.global.logs },
    ...proxiesWith(model, "log", "no").map((proxy) => ({ proxy, logs: proxy.logs })),
    ...model.logForwards.map(({ logs }) => ({ proxy: undefined, logs })),
  ];
  return places.flatMap(({ proxy, logs }) =>
    logs.flatMap(({ target, statement }): Use[] => {
      if (!target || target.hole || !target.value.startsWith(`${prefix}@`)) return [];
      const name = target.value.slice(prefix.length + 1);
      return [{ name, at: target.at, statement, by: "log", ...(proxy ? { proxy } : {}) }];
    }),
  );
};
