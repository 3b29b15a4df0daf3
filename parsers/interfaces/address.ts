import { remembered } from "../core/remembered.ts";
import type { Span } from "../core/source.ts";
import type { Word } from "../core/tree.ts";
import { isIp4, isIp6 } from "../core/types.ts";
import { optionNamed, type Stanza } from "./model.ts";

/** What one stanza gives its interface. */
export interface StanzaAddress {
  readonly ip: string;
  readonly version: 4 | 6;
  /** Bits; undefined where the stanza does not say, or says it wrongly. */
  readonly prefix?: number;
  readonly at: Span;
  /** The word of the netmask, the digits behind the slash, or the address. */
  readonly prefixAt: Span;
  readonly gateway?: Word;
  readonly broadcast?: Word;
  readonly network?: Word;
}

/** The first word of an option's value, which is all that ifupdown's `address` and `netmask` keep. */
const firstPart = (value: string): string => /^\S*/.exec(value)![0];

/** Bits of a netmask: dotted, or a number; undefined where it is none, or its bits have gaps. */
export function bitsOf(mask: string, version: 4 | 6): number | undefined {
  if (/^\d{1,3}$/.test(mask)) return Number(mask) <= (version === 4 ? 32 : 128) ? Number(mask) : undefined;
  if (version === 6 || !isIp4(mask)) return undefined;
  const bits = mask
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
  return /^1*0*$/.test(bits) ? bits.replaceAll("0", "").length : undefined;
}

/** The prefix length that ifupdown takes for an IPv4 address without one: the address's old class. */
export function classBits(ip: string): number {
  const first = Number(ip.split(".")[0]);
  return first < 128 ? 8 : first < 192 ? 16 : first < 224 ? 24 : 32;
}

/** The address of an `inet` or `inet6` stanza; undefined where it has none, or one that is no address. */
export const addressOf = remembered((stanza: Stanza): StanzaAddress | undefined => {
  const version = stanza.family === "inet" ? 4 : stanza.family === "inet6" ? 6 : undefined;
  const word = optionNamed(stanza, "address")?.value;
  if (!version || !word || word.hole) return undefined;
  const [ip = "", slash] = firstPart(word.value).split("/");
  if (!(version === 4 ? isIp4(ip) : isIp6(ip))) return undefined;
  const ipAt = word.at.with({ end: word.at.start + ip.length });
  const mask = optionNamed(stanza, "netmask")?.value;
  const text = mask ? firstPart(mask.value) : slash;
  const prefix = text === undefined || mask?.hole ? undefined : bitsOf(text, version);
  const slashAt = slash && word.at.with({ start: ipAt.end + 1, end: ipAt.end + 1 + slash.length });
  return {
    ip,
    version,
    at: ipAt,
    prefixAt: mask?.at ?? (slashAt || ipAt),
    ...(prefix === undefined ? {} : { prefix }),
    ...wordNamed(stanza, "gateway"),
    ...wordNamed(stanza, "broadcast"),
    ...wordNamed(stanza, "network"),
  };
});

function wordNamed<Name extends string>(stanza: Stanza, name: Name): { readonly [key in Name]?: Word } {
  const word = optionNamed(stanza, name)?.value;
  return (word && !word.hole ? { [name]: word } : {}) as { readonly [key in Name]?: Word };
}

const number = (ip: string): number => ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const dotted = (value: number): string => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");
const maskOf = (prefix: number): number => (prefix === 0 ? 0 : -1 << (32 - prefix));

/** The first address of an IPv4 subnet: 10.0.0.0 for 10.0.0.9/24. */
export const networkOf = (ip: string, prefix: number): string => dotted(number(ip) & maskOf(prefix));

/** The last address of an IPv4 subnet: 10.0.0.255 for 10.0.0.9/24. */
export const broadcastOf = (ip: string, prefix: number): string => dotted(number(ip) | ~maskOf(prefix));
