import { remembered } from "../core/remembered.ts";
import { type FormatSchema, keywordsOf } from "../core/schema.ts";
import { type Setting, settingOf, text } from "../core/settings.ts";
import type { Statement } from "../core/tree.ts";
import { contextsOf } from "./contexts.ts";
import { linesByWord, lineWords, nameAndParameter } from "./lineWords.ts";
import { aclOf } from "./modelAcl.ts";
import {
  bindOf,
  logOf,
  milliseconds,
  type OptionDefs,
  optionsOf,
  serverOf,
  stickTableOf,
  templateOf,
} from "./modelParts.ts";
import type {
  Balance,
  Expression,
  Line,
  Mode,
  Option,
  Proxy,
  ProxyOption,
  Server,
  ServerTemplate,
} from "./modelProxy.ts";
import { headsExpression, headsRule, lineExpressions, ruleOf } from "./modelRules.ts";
import { sampleAt } from "./readExpressions.ts";

const known = new WeakMap<FormatSchema, Map<string, OptionDefs>>();

/** What may follow the arguments of a keyword in this place. */
export function optionDefs(schema: FormatSchema, place: string, keyword: string): OptionDefs {
  const defs = known.get(schema) ?? new Map<string, OptionDefs>();
  known.set(schema, defs);
  const key = `${place} ${keyword}`;
  const found = defs.get(key) ?? keywordsOf(schema, place)[keyword]?.options ?? {};
  defs.set(key, found);
  return found;
}

/** One proxy section. `defaults` is what it inherits. */
export function proxyOf(
  statement: Statement,
  kind: Proxy["kind"],
  schema: FormatSchema,
  defaults: Proxy | undefined,
): Proxy {
  const statements = statement.block?.statements ?? [];
  const lines = linesByWord(statements);
  const of = (word: string): readonly Statement[] => lines.get(word) ?? none;
  const headed = (isHead: (word: string) => boolean): readonly Statement[] => {
    const found = [...lines].flatMap(([word, some]) => (isHead(word) ? [some] : []));
    return found.length > 1 ? found.flat().sort((a, b) => a.at.start - b.at.start) : (found[0] ?? none);
  };
  const name = isName(statement, 0) ? settingOf(statement, 0, text) : undefined;
  const fromAt = statement.args.findIndex((word, i) => word.value === "from" && i <= 1);
  const from = fromAt >= 0 ? settingOf(statement, fromAt + 1, text) : undefined;
  const modeLine = of("mode").at(-1);
  const ownMode = settingOf(modeLine, 0, text);
  const place = kind;
  const bindDefs = optionDefs(schema, "frontend", "bind");
  const serverDefs = optionDefs(schema, "backend", "server");
  const servers = serversOf(headed(isServerLine), serverDefs, defaults);
  const rules = each(headed(headsRule), (line) => ruleOf(line, kind) ?? []);
  const acls = each(of("acl"), aclOf);
  const stick = of("stick-table").at(-1);
  const cookie = of("cookie").at(-1);
  const cookieName = settingOf(cookie, 0, text);
  const defaultBackend = settingOf(of("default_backend").at(-1), 0, text);
  const balance = of("balance").at(-1);
  return {
    kind,
    ...(name ? { name } : {}),
    ...(from ? { from } : {}),
    ...(defaults ? { defaults } : {}),
    mode: modeLine ? (ownMode?.value as Mode | undefined) : defaults ? defaults.mode : "tcp",
    ...(ownMode ? { ownMode } : {}),
    binds: each(of("bind"), (line) => bindOf(line, line.args, bindDefs)),
    ...servers,
    acls,
    rules,
    ...(defaultBackend ? { defaultBackend } : {}),
    ...(stick ? { stickTable: stickTableOf(stick, lineWords(stick).slice(1)) } : {}),
    timeouts: timeoutsOf(of("timeout")),
    options: each(of("option"), (line) => optionOfLine(line) ?? []),
    ...(cookie && cookieName
      ? {
          cookie: {
            name: cookieName,
            options: optionsOf(cookie.args.slice(1), optionDefs(schema, place, "cookie"), cookie),
            statement: cookie,
          },
        }
      : {}),
    ...(balance ? { balance: balanceOf(balance) } : {}),
    logs: each(
      headed((word) => word === "log" || word === "no"),
      logOf,
    ),
    stats: each(of("stats"), lineOf),
    filters: each(of("filter"), lineOf),
    checks: each(
      headed((word) => word === "http-check" || word === "tcp-check"),
      lineOf,
    ),
    captures: each([...of("capture"), ...of("declare")], lineOf),
    expressions: [
      ...rules.flatMap((rule) => rule.expressions),
      ...acls.map((acl): Expression => ({ kind: "acl", acl, statement: acl.statement, contexts: 0 })),
      ...each(headed(headsExpression), (line) => (isLazy(line) ? [] : lineExpressions(line, kind))),
      ...each(formatLines(kind, statements, defaults), (line) => lineExpressions(line, kind)),
      ...each(servers.servers, (server) => optionExpressions(server, kind)),
      ...each(servers.templates, (server) => optionExpressions(server, kind)),
    ],
    statements,
    statement,
  };
}

const none: readonly never[] = [];

/** What is made of each; proxies without such lines share one empty list. */
const each = <From, To>(from: readonly From[], make: (one: From) => To | readonly To[]): readonly To[] =>
  from.length === 0 ? none : (from.flatMap(make) as To[]);

const isServerLine = (word: string): boolean =>
  word === "server" || word === "server-template" || word === "default-server";

const isName = ({ args }: Statement, index: number): boolean =>
  args[index] !== undefined && args[index].value !== "from";

export const lineOf = (statement: Statement): Line => {
  const [keyword, action, ...args] = lineWords(statement);
  return { keyword: keyword!.value, action: action?.value ?? "", args, statement };
};

/** Servers with the default-server options that stand before them. */
function serversOf(
  lines: readonly Statement[],
  defs: OptionDefs,
  defaults: Proxy | undefined,
): Pick<Proxy, "servers" | "templates" | "defaultServers"> {
  const servers: Server[] = [];
  const templates: ServerTemplate[] = [];
  const defaultServers: { options: readonly Option[]; statement: Statement }[] = [];
  let inherited: readonly Option[] = defaults ? defaultOptions(defaults) : none;
  for (const line of lines) {
    const { value } = line.keyword;
    if (value === "default-server") {
      const options = optionsOf(line.args, defs, line);
      defaultServers.push({ options, statement: line });
      inherited = [...inherited, ...options];
    }
    const server = value === "server" ? serverOf(line, defs, inherited) : undefined;
    if (server) servers.push(server);
    const template = value === "server-template" ? templateOf(line, defs, inherited) : undefined;
    if (template) templates.push(template);
  }
  return { servers, templates, defaultServers };
}

const defaultOptions = remembered(({ defaults, defaultServers }: Proxy): readonly Option[] => [
  ...(defaults ? defaultOptions(defaults) : []),
  ...defaultServers.flatMap(({ options }) => options),
]);

const noTimeouts: ReadonlyMap<string, Setting<number>> = new Map();

function timeoutsOf(lines: readonly Statement[]): ReadonlyMap<string, Setting<number>> {
  if (lines.length === 0) return noTimeouts;
  const timeouts = new Map<string, Setting<number>>();
  for (const statement of lines) {
    const [, name, word] = lineWords(statement);
    const value = word && milliseconds(word);
    if (name && word && value !== undefined) timeouts.set(name.value, { value, word, statement });
  }
  return timeouts;
}

function optionOfLine(statement: Statement): ProxyOption | undefined {
  const [, name, ...args] = lineWords(statement);
  if (!name) return undefined;
  const prefix = statement.prefix?.value;
  return { name: name.value, on: prefix === "default" ? undefined : prefix !== "no", args, statement };
}

function balanceOf(statement: Statement): Balance {
  const [, algorithm, ...args] = lineWords(statement);
  const { name, parameter } = algorithm ? nameAndParameter(algorithm) : { name: "" };
  return { algorithm: name, ...(parameter !== undefined ? { parameter } : {}), args, statement };
}

/** Formats that haproxy reads when all sections are known, in every proxy that has or inherits them. */
const lazy = ["log-format", "log-format-sd", "error-log-format", "unique-id-format"];

const isLazy = ({ keyword }: Statement): boolean => lazy.includes(keyword.value);

/** The format lines that count in this proxy: its own, else its defaults'. `log-format` means nothing in a backend. */
function formatLines(
  kind: Proxy["kind"],
  own: readonly Statement[],
  defaults: Proxy | undefined,
): readonly Statement[] {
  if (kind === "defaults") return none;
  const sections = [own, ...ancestors(defaults).map(({ statements }) => statements)].map(linesByWord);
  return each(lazy, (keyword) => {
    if (kind === "backend" && keyword.startsWith("log-format")) return none;
    return (
      sections
        .find((lines) => lines.has(keyword))
        ?.get(keyword)
        ?.at(-1) ?? none
    );
  });
}

/** The defaults that a proxy inherits, nearest first. */
export function ancestors(defaults: Proxy | undefined): Proxy[] {
  const chain: Proxy[] = [];
  for (let one = defaults; one; one = one.defaults) chain.push(one);
  return chain;
}

const withSample = new Set(["sni", "pool-conn-name"]);
const hasSample = ({ name }: Option): boolean => withSample.has(name);

/** The expressions of a server; of an option that stands several times the last. haproxy reads those of `default-server` only with a server. */
function optionExpressions(
  { inherited, options }: Pick<Server, "inherited" | "options">,
  kind: Proxy["kind"],
): readonly Expression[] {
  if (!inherited.some(hasSample) && !options.some(hasSample)) return none;
  const counted = new Map([...inherited, ...options].map((option) => [option.name, option]));
  return [...counted.values()].flatMap(({ name, args, statement }) =>
    withSample.has(name) && args[0] ? [sampleAt(args, statement, contextsOf("server", kind), false)] : [],
  );
}
