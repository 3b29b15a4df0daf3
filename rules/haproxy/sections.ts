import { remembered } from "../../parsers/core/remembered.ts";
import type { Verdict } from "../../parsers/core/schema.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Haproxy, Section } from "../../parsers/haproxy/model.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { proxiesWith, rulesDoing } from "./lookup.ts";
import { chainOf } from "./proxies.ts";
import { argumentsOf, logTargets, proxyLines, ruleWords, serverOptions, type Use } from "./uses.ts";

/** Sections that other lines name. */
export interface Helper {
  /** The section's keyword: "resolvers". */
  readonly kind: string;
  readonly sections: readonly Section[];
  readonly uses: readonly Use[];
  /** Names that exist without a section. */
  readonly builtIn?: readonly string[];
  readonly dangling: (use: Use) => Verdict;
  /** haproxy reads such a section for what it does by itself, used or not. */
  readonly alone?: true;
}

const rejects = (): Verdict => "rejects";
const silent = (): Verdict => "silent";

/** Every kind of helper section with the lines that name one. */
export const helpersOf = remembered((model: Haproxy): readonly Helper[] => [
  { kind: "userlist", sections: model.userlists, uses: argumentsOf(model, "user list"), dangling: rejects },
  { kind: "peers", sections: model.peers, uses: peersUses(model), dangling: rejects },
  {
    kind: "resolvers",
    sections: model.resolvers,
    uses: resolverUses(model),
    builtIn: ["default"],
    dangling: rejects,
  },
  { kind: "cache", sections: model.caches, uses: cacheUses(model), dangling: rejects },
  { kind: "http-errors", sections: model.httpErrors, uses: errorUses(model), dangling: rejects },
  { kind: "fcgi-app", sections: model.fcgiApps, uses: fcgiUses(model), dangling: rejects },
  {
    kind: "mailers",
    sections: model.mailers,
    uses: proxyLines(model, "email-alert mailers"),
    dangling: mailersVerdict,
  },
  { kind: "ring", sections: model.rings, uses: ringUses(model), builtIn: ["buf0"], dangling: silent },
  { kind: "log-profile", sections: model.logProfiles, uses: profileUses(model), dangling: silent },
  { kind: "acme", sections: model.acmes, uses: acmeUses(model), dangling: rejects, alone: true },
]);

const peersUses = (model: Haproxy): Use[] =>
  proxiesWith(model, "stick-table").flatMap((proxy): Use[] => {
    const { peers, statement } = proxy.stickTable ?? {};
    return peers && statement && !peers.word.hole
      ? [{ name: peers.value, at: peers.word.at, statement, proxy, by: "stick-table peers" }]
      : [];
  });

function resolverUses(model: Haproxy): Use[] {
  const actions = rulesDoing(model, "do-resolve").flatMap(({ rule, proxy }): Use[] => {
    const { parameter, at, statement } = rule;
    const name = parameter?.split(",")[1]?.trim();
    return name ? [{ name, at, statement, proxy, by: "do-resolve" }] : [];
  });
  const client = model.global.statements.flatMap((statement): Use[] => {
    const [word] = statement.args;
    return statement.keyword.value === "httpclient.resolvers.id" && word && !word.hole
      ? [{ name: word.value, at: word.at, statement, by: "httpclient.resolvers.id" }]
      : [];
  });
  return [...serverOptions(model, "resolvers"), ...actions, ...client];
}

/** The first word of the rules with one of these actions. */
const actionUses = (model: Haproxy, names: readonly string[]): Use[] =>
  rulesDoing(model, ...names).flatMap(({ rule: { action, args, statement }, proxy }): Use[] => {
    const [name] = args;
    return name && !name.hole ? [{ name: name.value, at: name.at, statement, proxy, by: action }] : [];
  });

/** The second word of `filter KIND NAME`. */
const filterUses = (model: Haproxy, kind: string): Use[] =>
  proxiesWith(model, "filter").flatMap((proxy) =>
    proxy.filters.flatMap(({ action, args: [name], statement }): Use[] =>
      action === kind && name && !name.hole
        ? [{ name: name.value, at: name.at, statement, proxy, by: `filter ${kind}` }]
        : [],
    ),
  );

const cacheUses = (model: Haproxy): Use[] => [
  ...actionUses(model, ["cache-use", "cache-store"]),
  ...filterUses(model, "cache"),
];

const errorRules = ruleWords("errorfiles");

const errorUses = (model: Haproxy): Use[] => [
  ...proxyLines(model, "errorfiles"),
  ...errorRules(model),
  ...proxiesWith(model, "http-error").flatMap((proxy) =>
    proxy.statements.flatMap((statement): Use[] => {
      const { keyword, args } = statement;
      const name =
        keyword.value === "http-error" && args[args.findIndex(({ value }) => value === "errorfiles") + 1];
      return name && args.some(({ value }) => value === "errorfiles") && !name.hole
        ? [{ name: name.value, at: name.at, statement, proxy, by: "http-error errorfiles" }]
        : [];
    }),
  ),
];

const fcgiUses = (model: Haproxy): Use[] => [
  ...proxyLines(model, "use-fcgi-app"),
  ...filterUses(model, "fcgi-app"),
];

/** Rings are also named by the sinks of traces and debug converters. */
const ringUses = (model: Haproxy): Use[] => logTargets(model, "ring");

const profileUses = (model: Haproxy): Use[] =>
  [
    { proxy: undefined, logs: model.global.logs },
    ...proxiesWith(model, "log", "no").map((proxy) => ({ proxy, logs: proxy.logs })),
  ].flatMap(({ proxy, logs }) =>
    logs.flatMap(({ options, statement }) =>
      options.flatMap(({ name, args: [word] }): Use[] =>
        name === "profile" && word && !word.hole
          ? [{ name: word.value, at: word.at, statement, by: "log profile", ...(proxy ? { proxy } : {}) }]
          : [],
      ),
    ),
  );

/** Who issues a certificate of a `crt-store` or of a frontend. */
const acmeUses = (model: Haproxy): Use[] => [
  ...model.crtStores.flatMap(({ statements }) => statements.flatMap(acmeUse("load"))),
  ...proxiesWith(model, "ssl-f-use").flatMap((proxy) =>
    proxy.statements.flatMap(acmeUse("ssl-f-use")).map((use) => ({ ...use, proxy })),
  ),
];

const acmeUse =
  (line: string) =>
  (statement: Statement): Use[] => {
    const { keyword, args } = statement;
    const at = keyword.value === line ? args.findIndex(({ value }) => value === "acme") : -1;
    const name = at < 0 ? undefined : args[at + 1];
    return name && !name.hole ? [{ name: name.value, at: name.at, statement, by: `${line} acme` }] : [];
  };

/** Without sender and recipient haproxy drops the alerts before it looks for the mailers. */
function mailersVerdict({ proxy }: Use): Verdict {
  const lines: readonly Statement[] = proxy
    ? chainOf(proxy as Proxy).flatMap(({ statements }) => statements)
    : [];
  const has = (keyword: string): boolean => lines.some((line) => line.keyword.value === keyword);
  return has("email-alert from") && has("email-alert to") ? "rejects" : "warns";
}
