import { cover, type Span } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";

export interface Address {
  readonly family: "ipv4" | "ipv6" | "sdp" | "ssocks";
  /** Without the brackets of IPv6. */
  readonly ip: string;
  readonly port: number;
  readonly at: Span;
  readonly statement: Statement;
}

/** Why words are no address: the end of a sentence that begins with them, and the word it is about. */
export interface NoAddress {
  readonly why: string;
  readonly at: Span;
}

const families: Readonly<Record<string, Address["family"]>> = {
  ipv4: "ipv4",
  ipv6: "ipv6",
  sdp: "sdp",
  ssocks: "ssocks",
  sci: "ssocks",
};

/** `[ipv4|ipv6|sdp|ssocks] ADDRESS:PORT` as drbdadm's __parse_address reads it; undefined where a template stands in it. */
export function addressOf(words: readonly Word[], statement: Statement): Address | NoAddress | undefined {
  const first = words[0];
  if (!first || words.some(({ hole }) => hole)) return undefined;
  const family = first.quote ? undefined : families[first.value];
  const rest = family ? words.slice(1) : words;
  const at = cover((rest[0] ?? first).at, words.at(-1)!.at);
  const wrong = (why: string): NoAddress => ({ why, at });
  if (rest.some(({ quote }) => quote)) return wrong("must not be in quotes");
  const text = rest.map(({ value }) => value).join("");
  const [, six, four, portText] = /^(?:\[([^[\]]*)\]|([^[\]:]*)):(\d+)$/.exec(text) ?? [];
  if (portText === undefined) return wrong(shapeOf(text, family));
  if (family === "ipv6" ? four !== undefined : six !== undefined)
    return wrong(family === "ipv6" ? "needs brackets: ipv6 [ADDRESS]:PORT" : "needs the word ipv6 before it");
  const ip = (six ?? four)!;
  if (
    family === "ipv6"
      ? !/^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%[\w./-]+)?$/.test(ip)
      : !/^(\d{1,3}\.){3}\d{1,3}$/.test(ip)
  )
    return wrong(`has no ${family === "ipv6" ? "IPv6" : "IPv4"} address: drbd resolves no names`);
  if (family !== "ipv6" && ip.split(".").some((part) => Number(part) > 255))
    return wrong("has a number above 255");
  const port = Number(portText);
  if (port < 1 || port > 65535) return wrong("has a port outside 1 to 65535");
  return { family: family ?? "ipv4", ip, port, at: cover(first.at, words.at(-1)!.at), statement };
}

function shapeOf(text: string, family: string | undefined): string {
  if (family !== "ipv6" && /^(\d{1,3}\.){3}\d{1,3}$/.test(text)) return "has no port";
  if (!text.startsWith("[") && (text.match(/:/g) ?? []).length > 1)
    return "needs brackets: ipv6 [ADDRESS]:PORT";
  return "is not ADDRESS:PORT";
}

export const isAddress = (one: Address | NoAddress | undefined): one is Address =>
  one !== undefined && "ip" in one;

/** The words that give the address of a statement; undefined where it has none by its kind or of its own. */
export function addressWords({ keyword, args }: Statement): readonly Word[] | undefined {
  const until = args.findIndex(({ value, quote }) => value === "via" && !quote);
  const own = until < 0 ? args : args.slice(0, until);
  switch (keyword.value) {
    case "address":
    case "inside":
    case "outside":
    case "floating":
    case "_this_host":
    case "_remote_host":
      return own;
    case "host":
      return own[1]?.value === "address" ? own.slice(2) : undefined;
    default:
      return undefined;
  }
}

export function addressIn(statement: Statement): Address | undefined {
  const words = addressWords(statement);
  const address = words && addressOf(words, statement);
  return isAddress(address) ? address : undefined;
}
