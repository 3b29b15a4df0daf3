import { areSame } from "../core/remembered.ts";
import type { FormatSchema } from "../core/schema.ts";
import { all, settingOf, text } from "../core/settings.ts";
import type { Statement, Tree } from "../core/tree.ts";
import { contextsOf } from "./contexts.ts";
import { innerOf } from "./inner.ts";
import { lineWords } from "./lineWords.ts";
import type {
  Global,
  Group,
  Haproxy,
  Member,
  Nameserver,
  Peer,
  Peers,
  Section,
  User,
  Userlist,
} from "./model.ts";
import { aclOf } from "./modelAcl.ts";
import { optionDefs } from "./modelOfProxy.ts";
import {
  addressed,
  addressesOf,
  bindOf,
  logOf,
  type OptionDefs,
  serverOf,
  stickTableOf,
} from "./modelParts.ts";
import type { Expression } from "./modelProxy.ts";
import { lineExpressions, ruleOf } from "./modelRules.ts";
import { readWords } from "./readExpressions.ts";
import { byKind, othersOf, proxiesOf } from "./sections.ts";

/** The model of a tree; never throws. What a setting of the wrong type means is missing. */
export function modelOf(tree: Tree, schema: FormatSchema): Haproxy {
  const { statements } = tree;
  const bindDefs = optionDefs(schema, "frontend", "bind");
  const serverDefs = optionDefs(schema, "backend", "server");
  const others = othersOf(statements);
  const of = (keyword: string): Statement[] => others.filter((one) => one.keyword.value === keyword);
  const sections = (keyword: string): Section[] => of(keyword).map(sectionOf);
  const proxies = proxiesOf(statements, schema);
  const global = keptGlobal(of("global"), bindDefs);
  const fcgiApps = sections("fcgi-app").map((section) => ({
    ...section,
    acls: all(section.statements, "acl").map(aclOf),
    rules: section.statements.flatMap((line) => ruleOf(line, "backend") ?? []),
  }));
  return {
    global,
    ...byKind(proxies),
    proxies,
    peers: sections("peers").map((section) => peersOf(section, bindDefs, serverDefs)),
    resolvers: sections("resolvers").map((section) => ({
      ...section,
      nameservers: all(section.statements, "nameserver").flatMap((line) => nameserverOf(line) ?? []),
    })),
    userlists: sections("userlist").map(userlistOf),
    caches: sections("cache"),
    rings: sections("ring").map((section) => ({
      ...section,
      servers: all(section.statements, "server").flatMap((line) => serverOf(line, serverDefs, []) ?? []),
    })),
    mailers: sections("mailers").map((section) => ({
      ...section,
      mailers: all(section.statements, "mailer").flatMap((line) => peerOf(line, {}) ?? []),
    })),
    httpErrors: sections("http-errors").map((section) => ({
      ...section,
      errorFiles: all(section.statements, "errorfile").flatMap((statement) => {
        const [code, path] = statement.args;
        return code ? [{ code, ...(path ? { path } : {}), statement }] : [];
      }),
    })),
    fcgiApps,
    logForwards: sections("log-forward").map((section) => ({
      ...section,
      binds: section.statements
        .filter(({ keyword }) => /^(dgram-)?bind$/.test(keyword.value))
        .map((line) => bindOf(line, line.args, bindDefs)),
      logs: all(section.statements, "log").map(logOf),
    })),
    programs: sections("program"),
    crtStores: sections("crt-store"),
    logProfiles: sections("log-profile"),
    traces: sections("traces"),
    acmes: sections("acme"),
    healthchecks: sections("healthcheck"),
    namespaceLists: sections("namespace_list"),
    expressions: [
      ...global.statements.flatMap(globalExpressions),
      ...fcgiApps.flatMap(fcgiExpressions),
      ...sections("log-profile").flatMap((section) =>
        section.statements.flatMap((line) => lineExpressions(line, "frontend")),
      ),
    ],
    statements,
  };
}

function sectionOf(statement: Statement): Section {
  const name = settingOf(statement, 0, text);
  return { ...(name ? { name } : {}), statement, statements: statement.block?.statements ?? [] };
}

const globals = new WeakMap<Statement, Global>();

/** The same object as long as its sections are the same. */
function keptGlobal(sections: readonly Statement[], bindDefs: OptionDefs): Global {
  const [first] = sections;
  const before = first && globals.get(first);
  if (before && areSame(before.sections, sections)) return before;
  const global = globalOf(sections, bindDefs);
  if (first) globals.set(first, global);
  return global;
}

function globalOf(sections: readonly Statement[], bindDefs: OptionDefs): Global {
  const statements = sections.flatMap(({ block }) => block?.statements ?? []);
  const localPeer = settingOf(all(statements, "localpeer").at(-1), 0, text);
  const sockets = statements.flatMap((line) => {
    const [first, second, ...rest] = lineWords(line);
    return first?.value === "stats" && second?.value === "socket" ? [bindOf(line, rest, bindDefs)] : [];
  });
  return {
    sections,
    statements,
    logs: all(statements, "log").map(logOf),
    sockets,
    ...(localPeer ? { localPeer } : {}),
  };
}

function globalExpressions(line: Statement): readonly Expression[] {
  const { value } = line.keyword;
  if (value !== "set-var" && value !== "set-var-fmt") return [];
  const reading = { words: value === "set-var" ? "wx" : "wf" };
  return readWords(line.args, reading, line, contextsOf(value, "frontend")).expressions;
}

const fcgiExpressions = ({
  acls,
  rules,
}: {
  acls: Haproxy["fcgiApps"][number]["acls"];
  rules: Haproxy["fcgiApps"][number]["rules"];
}): Expression[] => [
  ...acls.map((acl): Expression => ({ kind: "acl", acl, statement: acl.statement, contexts: 0 })),
  ...rules.flatMap(({ expressions }) => expressions),
];

function peersOf(section: Section, bindDefs: OptionDefs, serverDefs: OptionDefs): Peers {
  const { statements } = section;
  return {
    ...section,
    peers: statements
      .filter(({ keyword }) => keyword.value === "peer" || keyword.value === "server")
      .flatMap((line) => peerOf(line, serverDefs) ?? []),
    binds: all(statements, "bind").map((line) => bindOf(line, line.args, bindDefs)),
    tables: all(statements, "table").map((line) =>
      stickTableOf(line, line.args.slice(1), settingOf(line, 0, text)),
    ),
    logs: all(statements, "log").map(logOf),
  };
}

function peerOf(statement: Statement, defs: OptionDefs): Peer | undefined {
  const name = settingOf(statement, 0, text);
  if (!name) return undefined;
  const { address, options } = addressed(statement, 1, defs);
  return { name, ...(address ? { address } : {}), options, statement };
}

function nameserverOf(statement: Statement): Nameserver | undefined {
  const name = settingOf(statement, 0, text);
  const [address] = statement.args[1] ? addressesOf(statement.args[1]) : [];
  return name && { name, ...(address ? { address } : {}), statement };
}

function userlistOf(section: Section): Userlist {
  const users = all(section.statements, "user").flatMap((line) => userOf(line) ?? []);
  const groups = all(section.statements, "group").flatMap((line) => groupOf(line) ?? []);
  return { ...section, users, groups };
}

function listAfter(words: Statement["args"], keyword: string): Member[] {
  const at = words.findIndex(({ value }) => value === keyword);
  const list = at < 0 ? undefined : words[at + 1];
  if (!list) return [];
  const { text, spanOf } = innerOf(list);
  return [...text.matchAll(/(?<=^|,)[^,]*/g)].map(({ 0: value, index }) => ({
    value,
    at: spanOf(index, index + value.length),
    ...(list.hole ? { hole: true } : {}),
  }));
}

function userOf(statement: Statement): User | undefined {
  const name = settingOf(statement, 0, text);
  const at = statement.args.findIndex(({ value }) => /^(insecure-)?password$/.test(value));
  const password = at >= 0 ? statement.args[at + 1] : undefined;
  const clear = statement.args[at]?.value === "insecure-password";
  return (
    name && {
      name,
      ...(password ? { password } : {}),
      clear,
      groups: listAfter(statement.args, "groups"),
      statement,
    }
  );
}

function groupOf(statement: Statement): Group | undefined {
  const name = settingOf(statement, 0, text);
  return name && { name, users: listAfter(statement.args, "users"), statement };
}
