import { type IToken, Lexer } from "chevrotain";
import { Grammar } from "../core/grammar.ts";
import type { Span } from "../core/source.ts";
import { createToken, validated } from "../core/tokens.ts";
import { isIp4, isIp6 } from "../core/types.ts";
import type { AddressCstNode } from "./cst.d.ts";
import type { Fault, Inner } from "./inner.ts";

/** A port as written: `80`, `80-90`, `+1000`. */
export interface Port {
  readonly low: number;
  /** The end of a range; equal to `low` for one port. */
  readonly high: number;
  /** `+1000`, `-10`: added to the client's destination port. */
  readonly relative: boolean;
  /** What stands behind the number: haproxy ignored it before 2.9. */
  readonly rest?: string;
  readonly at: Span;
}

/** Where haproxy listens or connects (src/tools.c str2sa_range()). */
export interface Address {
  /** `ipv4`, `unix`, `abns`, `fd`, `quic4` … : the text before `@`; "unix" for a bare path. */
  readonly family?: string;
  /** The text before a `+` of the family: `stream`, `dgram`, `quic`. */
  readonly transport?: string;
  /** An IP address without brackets, a host name, a path; "" and "*" stand for all addresses. */
  readonly host: string;
  readonly kind: "ip4" | "ip6" | "any" | "name" | "path" | "fd";
  readonly port?: Port;
  readonly at: Span;
  /** A port that is an environment variable is among them: it is not known here. */
  readonly faults: readonly Fault[];
}

/** `stream+quic4@` and the like; checked against the table of families. */
const Prefix = createToken({ name: "Prefix", pattern: /(?:stream\+|dgram\+|quic\+)?[a-z]+[46]?@/ });
const Slash = createToken({ name: "Path", pattern: /\/[\x00-\uffff]*/ });
const Bracketed = createToken({ name: "Bracketed", pattern: /\[[^\]]*\]/ });
const Colon = createToken({ name: "Colon", pattern: /:/ });
const Text = createToken({ name: "Text", pattern: /[\x00-.0-9;-\uffff]/ });
const vocabulary = [Prefix, Slash, Bracketed, Colon, Text];

/** Total: the last colon, told after parsing, divides host and port. */
export class AddressParser extends Grammar {
  constructor() {
    super(vocabulary, { maxLookahead: 1, skipValidations: !validated });
    this.performSelfAnalysis();
  }

  readonly address = this.RULE("address", () => {
    this.OPTION(() => this.CONSUME(Prefix));
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(Slash) },
        { ALT: () => this.CONSUME(Bracketed) },
        { ALT: () => this.CONSUME(Colon) },
        { ALT: () => this.CONSUME(Text) },
        { ALT: () => this.CONSUME2(Prefix) },
      ]);
    });
  });
}

let lexer: Lexer | undefined;
let parser: AddressParser | undefined;

const paths = new Set(["unix", "uxst", "uxdg", "abns", "abnsz"]);
const descriptors = new Set(["fd", "sockpair"]);

/** Reads one address; a comma list of `bind` is cut by the caller. */
export function addressOf(inner: Inner): Address {
  if (!/[@[/]/.test(inner.text))
    return hostAndPort(inner.text.lastIndexOf(":"), inner, 0, inner.spanOf(0, inner.text.length));
  lexer ??= new Lexer(vocabulary, {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: !validated,
  });
  parser ??= new AddressParser();
  parser.input = lexer.tokenize(inner.text).tokens;
  const { children } = parser.address() as AddressCstNode;
  const prefix = children.Prefix?.find(({ startOffset }) => startOffset === 0);
  const [, transport, family] = /^(?:(\w+)\+)?(\w+)@$/.exec(prefix?.image ?? "") ?? [];
  const carried = transport ? { transport } : {};
  const from = prefix ? prefix.image.length : 0;
  const at = inner.spanOf(0, inner.text.length);
  const rest = inner.text.slice(from);
  if (family ? paths.has(family) : rest.startsWith("/"))
    return { family: family ?? "unix", ...carried, host: rest, kind: "path", at, faults: [] };
  if (family && descriptors.has(family))
    return { family, ...carried, host: rest, kind: "fd", at, faults: [] };
  return {
    ...(family ? { family } : {}),
    ...carried,
    ...hostAndPort(lastColon(children.Colon ?? [], from), inner, from, at),
  };
}

/** The offset of the last colon outside brackets, or -1. */
const lastColon = (colons: readonly IToken[], from: number): number =>
  colons.filter(({ startOffset }) => startOffset >= from).at(-1)?.startOffset ?? -1;

/** The last colon divides host and port, in IPv6 without brackets too. */
function hostAndPort(colon: number, inner: Inner, from: number, at: Span): Omit<Address, "family"> {
  const { text } = inner;
  const hostText = text.slice(from, colon < 0 ? text.length : colon);
  const faults: Fault[] = [];
  const portText = colon < 0 ? "" : text.slice(colon + 1);
  const port = portText === "" ? undefined : portOf(portText, inner.spanOf(colon + 1, text.length), faults);
  const host = hostText.startsWith("[") && hostText.endsWith("]") ? hostText.slice(1, -1) : hostText;
  const kind = kindOf(host);
  return port ? { host, kind, port, at, faults } : { host, kind, at, faults };
}

const kindOf = (host: string): Address["kind"] =>
  host === "" || host === "*" ? "any" : isIp4(host) ? "ip4" : isIp6(host) ? "ip6" : "name";

function portOf(text: string, at: Span, faults: Fault[]): Port | undefined {
  const match = /^([+-]?)(\d+)(?:-(\d+))?/.exec(text);
  if (!match) {
    faults.push({ message: `${text} is not a port`, at });
    return undefined;
  }
  const low = Number(match[2]);
  const high = match[3] === undefined ? low : Number(match[3]);
  const rest = text.slice(match[0].length);
  if (low > 65535 || high > 65535) faults.push({ message: `port ${text} is above 65535`, at });
  else if (high < low) faults.push({ message: `the range ${text} ends before it begins`, at });
  return {
    low: match[1] === "-" ? -low : low,
    high,
    relative: match[1] !== "",
    ...(rest ? { rest } : {}),
    at,
  };
}
