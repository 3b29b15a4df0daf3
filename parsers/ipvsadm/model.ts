import { type FormatSchema, type KeywordDef, keywordsOf } from "../core/schema.ts";
import type { Span } from "../core/source.ts";
import type { Statement, Tree } from "../core/tree.ts";
import { isIp4, isIp6 } from "../core/types.ts";
import { type LineOption, type OptionValue, optionsOf, valueOf } from "./options.ts";

/** An address with an optional port, as `-t` and `-r` take it. */
export interface Endpoint {
  readonly host: string;
  /** A number or a service name; "" where none is written. */
  readonly port: string;
  readonly at: Span;
}

export interface VirtualService {
  /** Protocol and address, or firewall mark, in one spelling: "tcp 10.0.0.4:80", "fwmark 1". */
  readonly key: string;
  readonly at: Span;
  readonly protocol: "tcp" | "udp" | "sctp" | "fwmark";
  readonly endpoint?: Endpoint;
}

/** One line: a command with what it is about. */
export interface Rule {
  /** By its short name: "-A", "-a", "--set". */
  readonly command: string;
  /** As it is written: "--add-service", "-A". */
  readonly written: string;
  readonly statement: Statement;
  /** What the command itself takes: the state of a daemon, the three of --set. */
  readonly values: readonly OptionValue[];
  readonly options: readonly LineOption[];
  readonly service?: VirtualService;
  /** The real server of -a, -e and -d. */
  readonly server?: Endpoint;
  readonly scheduler?: LineOption;
  readonly persistent: boolean;
  readonly forwarding: "direct" | "tunnel" | "masquerading";
}

export interface IpvsadmRules {
  readonly rules: readonly Rule[];
}

/** Options of any command, by the name they are written with. */
export function optionDefs(schema: FormatSchema): Readonly<Record<string, KeywordDef>> {
  const commands = Object.values(keywordsOf(schema, schema.root));
  return Object.assign({}, ...commands.map(({ options }) => options ?? {}));
}

/** A line that says no more than this does nothing. */
export const program = "ipvsadm";

export function modelOf(tree: Tree, schema: FormatSchema): IpvsadmRules {
  const commands = keywordsOf(schema, schema.root);
  const defs = { ...optionDefs(schema), ...commands };
  const statements = tree.statements.filter(({ keyword }) => !keyword.hole && keyword.value !== program);
  return { rules: statements.map((statement) => ruleOf(statement, commands, defs)) };
}

type Defs = Readonly<Record<string, KeywordDef>>;

function ruleOf(statement: Statement, commands: Defs, defs: Defs): Rule {
  const [command, ...words] = optionsOf([statement.keyword, ...statement.args], defs);
  const { name, written, value } = command!;
  const count = Object.hasOwn(commands, name) ? (commands[name]!.args?.length ?? 0) : 0;
  const isOption = words.findIndex((word) => word.name.startsWith("-"));
  const taken = value ? 0 : Math.min(count, isOption < 0 ? words.length : isOption);
  const options = words.slice(taken);
  const find = (...names: string[]): LineOption | undefined =>
    options.find(({ name }) => names.includes(name));
  const service = serviceOf(find("-t", "-u", "--sctp-service", "-f"), options);
  const real = find("-r");
  const server = real?.value && endpointOf(real.value.text, real.value.at);
  const scheduler = find("-s");
  const forwarding = find("-m") ? "masquerading" : find("-i") ? "tunnel" : "direct";
  return {
    command: name,
    written,
    statement,
    values: value ? [value] : statement.args.slice(0, taken).map(valueOf),
    options,
    persistent: find("-p") !== undefined,
    forwarding,
    ...(service ? { service } : {}),
    ...(server ? { server } : {}),
    ...(scheduler ? { scheduler } : {}),
  };
}

function serviceOf(
  option: LineOption | undefined,
  options: readonly LineOption[],
): VirtualService | undefined {
  if (!option?.value) return undefined;
  const { text, at } = option.value;
  if (option.name === "-f") {
    const family = options.some(({ name }) => name === "-6") ? " ipv6" : "";
    return { key: `fwmark ${Number(text) || text}${family}`, at, protocol: "fwmark" };
  }
  const protocol = option.name === "-t" ? "tcp" : option.name === "-u" ? "udp" : "sctp";
  const endpoint = endpointOf(text, at);
  return {
    key: `${protocol} ${endpoint.host.toLowerCase()}:${endpoint.port || "0"}`,
    at,
    protocol,
    endpoint,
  };
}

/** `10.0.0.4:80`, `[2001:db8::4]:80`, `www:http`, or without a port. */
export function endpointOf(text: string, at: Span): Endpoint {
  const [, bracketed, rest = ""] = /^\[([^\]]*)\](?::(.*))?$/.exec(text) ?? [];
  if (bracketed !== undefined) return { host: bracketed, port: rest, at };
  if (isIp6(text)) return { host: text, port: "", at };
  const colon = text.lastIndexOf(":");
  return colon < 0
    ? { host: text, port: "", at }
    : { host: text.slice(0, colon), port: text.slice(colon + 1), at };
}

/** Whether the host is an address; otherwise it is a name that is looked up. */
export const isNumeric = ({ host }: Endpoint): boolean => isIp4(host) || isIp6(host);

/** Of the addresses of a line's service; undefined where a name hides it. */
export function familyOfService({ service, options }: Rule): 4 | 6 | undefined {
  if (!service) return undefined;
  const { endpoint } = service;
  if (!endpoint) return options.some(({ name }) => name === "-6") ? 6 : 4;
  return isIp4(endpoint.host) ? 4 : isIp6(endpoint.host) ? 6 : undefined;
}
