import type { Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy, Member } from "../../parsers/haproxy/model.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { tables } from "../../parsers/haproxy/tables.ts";
import { callsNamed } from "../../rules/haproxy/calls.ts";
import { conditions } from "../../rules/haproxy/condition.ts";
import { proxiesWith, rulesIn } from "../../rules/haproxy/lookup.ts";
import { isDynamic } from "../../rules/haproxy/proxies.ts";
import { helpersOf } from "../../rules/haproxy/sections.ts";
import { tableUses } from "../../rules/haproxy/tables.ts";
import { argumentsOf, logTargets, serverOptions, type Use } from "../../rules/haproxy/uses.ts";
import type { Document } from "../../rules/rule.ts";
import { type Kind, type Mention, mention, modelIn, wordMention } from "./mention.ts";

/** What only haproxy's model knows of names: ACLs, servers and tables, and names inside samples, formats and options. */
export function haproxyMentions(document: Document): Mention[] {
  const model = modelIn(document, haproxy);
  if (!model) return [];
  return [
    ...acls(model),
    ...servers(model),
    ...proxies(model),
    ...sections(model),
    ...tablesOf(model),
    ...members(model),
    ...groupTests(model),
  ];
}

const section = (name: string): Kind => ({
  space: `haproxy/${name}`,
  title: haproxy.schema.names?.[name]?.title ?? name,
});

const uses = (kind: Kind, found: readonly Use[]): Mention[] =>
  found.flatMap((use) => mention(kind, false, use));

/** Words of a condition that are no ACL. */
const joints = ["if", "unless", "or", "||", "{", "}"];

const aclFault = (name: string): string | undefined =>
  joints.includes(name)
    ? "is a word of conditions"
    : Object.hasOwn(tables.predefinedAcls, name)
      ? "is an ACL of haproxy itself"
      : undefined;

function acls(model: Haproxy): Mention[] {
  const found: Mention[] = [];
  const scopes = new Map<unknown, string>();
  for (const [i, part] of [...model.proxies, ...model.fcgiApps].entries()) {
    const kind = part.statement.keyword.value;
    const scope = `${kind} ${part.name?.value ?? `number ${i}`}`;
    for (const rule of part.rules) scopes.set(rule, scope);
    for (const { name, statement } of part.acls)
      found.push(...wordMention(aclKind(scope), true, name?.word, statement));
  }
  for (const { rule } of conditions(model))
    for (const { name } of rule.condition?.suites.flat() ?? [])
      found.push(...wordMention(aclKind(scopes.get(rule) ?? ""), false, name, rule.statement));
  return found;
}

const aclKind = (scope: string): Kind => ({ space: "haproxy/acl", title: "ACL", scope, fault: aclFault });

const serverKind = (scope: string): Kind => ({ space: "haproxy/server", title: "server", scope });

function servers(model: Haproxy): Mention[] {
  const nameOf = (proxy: Proxy | undefined): string | undefined =>
    proxy && proxy.kind !== "defaults" ? proxy.name?.value : undefined;
  const defined = model.proxies.flatMap((proxy) => {
    const scope = nameOf(proxy);
    return scope === undefined
      ? []
      : proxy.servers.flatMap(({ name, statement }) =>
          wordMention(serverKind(scope), true, name.word, statement),
        );
  });
  const chosen = rulesIn(model, "use-server").flatMap((rule) => {
    const scope = nameOf(rule.proxy);
    return scope === undefined || isDynamic(rule.rule)
      ? []
      : wordMention(serverKind(scope), false, rule.rule.args[0], rule.rule.statement);
  });
  const asked = [...serverOptions(model, "track"), ...argumentsOf(model, "server")].flatMap((use) => {
    const slash = use.name.indexOf("/");
    const scope = slash < 0 ? nameOf(use.proxy) : use.name.slice(0, slash);
    const name = use.name.slice(slash + 1);
    const kind = { ...serverKind(scope ?? ""), ...(slash < 0 ? { scopeMark: "/" } : {}) };
    return [
      ...(scope === undefined ? [] : mention(kind, false, { ...use, name }, "last")),
      ...(slash < 0 ? [] : mention(section("backend"), false, { ...use, name: scope! }, "first")),
    ];
  });
  return [...defined, ...chosen, ...asked];
}

/** What a proxy's name says: a `listen` is a backend, and of a frontend and a backend of one name the first of `kinds` is meant. */
function proxyNamed(model: Haproxy, name: string, wanted: "frontend" | "backend"): Kind {
  const has = (list: readonly Proxy[]): boolean => list.some((one) => one.name?.value === name);
  const backend = has(model.listens) || (wanted === "backend" ? has(model.backends) : !has(model.frontends));
  return section(backend || !has(model.frontends) ? "backend" : "frontend");
}

const named = (model: Haproxy, found: readonly Use[], wanted: "frontend" | "backend"): Mention[] =>
  found.flatMap((use) => mention(proxyNamed(model, use.name, wanted), false, use));

const proxies = (model: Haproxy): Mention[] => [
  ...named(model, argumentsOf(model, "backend"), "backend"),
  ...named(model, argumentsOf(model, "frontend"), "frontend"),
  ...named(model, logTargets(model, "backend"), "backend"),
  ...proxiesWith(model, "stats").flatMap(({ stats }) =>
    stats.flatMap(({ action, args: [word], statement }) =>
      action === "scope" && word && word.value !== "."
        ? wordMention(proxyNamed(model, word.value, "backend"), false, word, statement)
        : [],
    ),
  ),
];

const sections = (model: Haproxy): Mention[] => [
  ...helpersOf(model).flatMap(({ kind, uses: found }) => uses(section(kind), found)),
  ...uses(section("healthcheck"), serverOptions(model, "healthcheck")),
  ...model.proxies.flatMap(({ binds, servers: list }) =>
    [...binds, ...list].flatMap(({ options, statement }) =>
      options.flatMap(({ args: [word] }) => {
        const store = /^@([^/]+)\//.exec(word?.value ?? "")?.[1];
        return word && store
          ? mention(section("crt-store"), false, { name: store, at: word.at, statement })
          : [];
      }),
    ),
  ),
];

const memberKind = (what: "user" | "group", list: string): Kind => ({
  space: `haproxy/${what}`,
  title: what,
  scope: list,
});

/** The groups that an ACL asks for: `http_auth_group(LIST) GROUP …`. */
const groupTests = (model: Haproxy): Mention[] =>
  callsNamed(model, (name) => name === "http_auth_group").flatMap(({ call, place }) => {
    const list = call.args?.[0]?.value;
    if (!list || place.kind !== "acl" || place.acl.method) return [];
    const kind = memberKind("group", list);
    return place.acl.patterns.flatMap((word) => wordMention(kind, false, word, place.statement));
  });

/** Users and groups, which count in their userlist. */
const members = ({ userlists }: Haproxy): Mention[] =>
  userlists.flatMap(({ name: list, users: all, groups }) => {
    const [user, group] = [memberKind("user", list?.value ?? ""), memberKind("group", list?.value ?? "")];
    const named = (kind: Kind, found: readonly Member[], statement: Statement): Mention[] =>
      found.flatMap(({ value, ...where }) => mention(kind, false, { ...where, name: value, statement }));
    return [
      ...all.flatMap(({ name, groups: its, statement }) => [
        ...wordMention(user, true, name.word, statement),
        ...named(group, its, statement),
      ]),
      ...groups.flatMap(({ name, users: its, statement }) => [
        ...wordMention(group, true, name.word, statement),
        ...named(user, its, statement),
      ]),
    ];
  });

const tableKind = (peers: string): Kind => ({ space: "haproxy/table", title: "table", scope: peers });

const tablesOf = (model: Haproxy): Mention[] => [
  ...model.peers.flatMap(({ name: peers, tables: list }) =>
    list.flatMap(({ name, statement }) =>
      peers && name ? wordMention(tableKind(peers.value), true, name.word, statement) : [],
    ),
  ),
  ...tableUses(model).flatMap((use): Mention[] => {
    if (use.own) return [];
    const slash = use.name.indexOf("/");
    if (slash < 0) {
      const front = model.frontends.some(({ name, stickTable }) => stickTable && name?.value === use.name);
      return mention(proxyNamed(model, use.name, front ? "frontend" : "backend"), false, use);
    }
    const [peers, table] = [use.name.slice(0, slash), use.name.slice(slash + 1)];
    return [
      ...mention(section("peers"), false, { ...use, name: peers }, "first"),
      ...mention(tableKind(peers), false, { ...use, name: table }, "last"),
    ];
  }),
];
