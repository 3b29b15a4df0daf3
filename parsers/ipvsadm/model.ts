import { type FormatSchema, type KeywordDef, keywordsOf } from "../core/schema.ts";
import type { Span } from "../core/source.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { isIp4, isIp6 } from "../core/types.ts";

/** An option of one line. `--weight=5`, `-w 5` and `-w5` are the same. */
export interface LineOption {
  /** By its short name where it has one: "-t", "--pe". */
  readonly name: string;
  readonly at: Span;
  readonly value?: { readonly text: string; readonly at: Span };
}

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
  readonly endpoint?: Endpoint;
}

/** One line: a command with what it is about. */
export interface Rule {
  /** By its short name: "-A", "-a", "--set". */
  readonly command: string;
  readonly statement: Statement;
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

const short: Readonly<Record<string, string>> = {
  "--add-service": "-A",
  "--edit-service": "-E",
  "--delete-service": "-D",
  "--add-server": "-a",
  "--edit-server": "-e",
  "--delete-server": "-d",
  "--clear": "-C",
  "--zero": "-Z",
  "--tcp-service": "-t",
  "--udp-service": "-u",
  "--fwmark-service": "-f",
  "--scheduler": "-s",
  "--persistent": "-p",
  "--netmask": "-M",
  "--sched-flags": "-b",
  "--real-server": "-r",
  "--gatewaying": "-g",
  "--ipip": "-i",
  "--masquerading": "-m",
  "--weight": "-w",
  "--u-threshold": "-x",
  "--l-threshold": "-y",
  "--ipv6": "-6",
  "--ops": "-o",
  "--numeric": "-n",
};
const shortOf = (name: string): string => (Object.hasOwn(short, name) ? short[name]! : name);

/** Options of any command, by the name they are written with. */
export function optionDefs(schema: FormatSchema): Readonly<Record<string, KeywordDef>> {
  const commands = Object.values(keywordsOf(schema, schema.root));
  return Object.assign({}, ...commands.map(({ options }) => options ?? {}));
}

export function modelOf(tree: Tree, schema: FormatSchema): IpvsadmRules {
  const defs = optionDefs(schema);
  const statements = tree.statements.filter(({ keyword }) => !keyword.hole);
  return { rules: statements.map((statement) => ruleOf(statement, optionsOf(statement.args, defs))) };
}

function ruleOf(statement: Statement, options: readonly LineOption[]): Rule {
  const find = (...names: string[]): LineOption | undefined =>
    options.find(({ name }) => names.includes(name));
  const service = serviceOf(find("-t", "-u", "--sctp-service", "-f"), options);
  const real = find("-r");
  const server = real?.value && endpointOf(real.value.text, real.value.at);
  const scheduler = find("-s");
  const forwarding = find("-m") ? "masquerading" : find("-i") ? "tunnel" : "direct";
  return {
    command: shortOf(statement.keyword.value),
    statement,
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
    return { key: `fwmark ${Number(text) || text}${family}`, at };
  }
  const protocol = option.name === "-t" ? "tcp" : option.name === "-u" ? "udp" : "sctp";
  const endpoint = endpointOf(text, at);
  return { key: `${protocol} ${endpoint.host.toLowerCase()}:${endpoint.port || "0"}`, at, endpoint };
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

/** The words of a line as options with their values. */
function optionsOf(words: readonly Word[], defs: Readonly<Record<string, KeywordDef>>): LineOption[] {
  const options: LineOption[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const [, name = word.value, glued] =
      /^(--[^=]+)=(.*)$/.exec(word.value) ?? /^(-[a-zA-Z])(.+)$/.exec(word.value) ?? [];
    const def = Object.hasOwn(defs, name) ? defs[name] : undefined;
    const takes = (def?.args?.length ?? 0) > 0;
    const next = words[i + 1];
    if (glued !== undefined && takes) {
      const at = word.at.with({ start: word.at.end - glued.length });
      options.push({ name: shortOf(name), at: word.at, value: { text: glued, at } });
    } else if (takes && next && !(def?.args?.[0]?.optional && next.value.startsWith("-"))) {
      options.push({ name: shortOf(name), at: word.at, value: { text: next.value, at: next.at } });
      i++;
    } else options.push({ name: shortOf(word.value), at: word.at });
  }
  return options;
}
