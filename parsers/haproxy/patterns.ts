import { isIp4, isIp6, isShortIp4 } from "../core/types.ts";
import { regexProblem } from "./regex.ts";

const operators = new Set(["eq", "ne", "gt", "ge", "lt", "le"]);

/** Why haproxy does not take this word as a pattern of this kind, as the end of a sentence (src/pattern.c). */
export function patternProblem(value: string, kind: PatternKind, noDns: boolean): string | undefined {
  switch (kind) {
    case "number":
      return operators.has(value) ? undefined : numberProblem(value);
    case "dotted":
      return operators.has(value) || isDotted(value) ? undefined : "is not a dotted number";
    case "ip":
      return addressProblem(value, noDns);
    case "hex":
      return /^([0-9a-f]{2})*$/i.test(value) ? undefined : "is not an even number of hex digits";
    case "regex":
      return regexProblem(value);
    case "text":
      return undefined;
  }
}

export type PatternKind = "number" | "dotted" | "ip" | "hex" | "regex" | "text";

/** How the patterns of a match method are read; of an unknown method nothing is said. */
export const patternKinds: Readonly<Record<string, PatternKind>> = {
  int: "number",
  len: "number",
  ip: "ip",
  bin: "hex",
  reg: "regex",
  regm: "regex",
};

/** `5`, `1:9`, `1-9`, `:9`, `5:`. */
function numberProblem(value: string): string | undefined {
  const match = /^(\d*)(?:[:-](\d*))?$/.exec(value);
  if (!match || (match[1] === "" && !match[2]) || [match[1], match[2]].some(isHuge)) return "is not a number";
  if (match[1] && match[2] && BigInt(match[1]) > BigInt(match[2]))
    return "is not a range: it ends before it begins";
  return undefined;
}

const isHuge = (digits: string | undefined): boolean => !!digits && BigInt(digits) > 0x7fffffffffffffffn;

const isDotted = (value: string): boolean => {
  const part = String.raw`\d+(\.\d*)?`;
  return new RegExp(`^(${part})?([:-](${part})?)?$`).test(value) && /\d/.test(value);
};

/** An address with an optional mask. A name is resolved when haproxy starts: whether it can be is not known here. */
function addressProblem(value: string, noDns: boolean): string | undefined {
  const wrong = "is not an IPv4 or IPv6 address";
  const slash = value.indexOf("/");
  const host = slash < 0 ? value : value.slice(0, slash);
  const mask = slash < 0 ? undefined : value.slice(slash + 1);
  if (isIp6(host) || host.includes(":"))
    return isIp6(host) && (mask === undefined || isMask(mask, 128)) ? undefined : wrong;
  if (mask !== undefined && !isIp4(mask) && !isMask(mask, 32)) return wrong;
  if (isIp4(host)) return undefined;
  if (noDns) return wrong;
  if (/^[\d.]+$/.test(host)) return isShortIp4(host) ? undefined : wrong;
  return isName(host) ? undefined : wrong;
}

/** The last of several labels of a name begins with no digit, as that of an address does. */
const isName = (host: string): boolean =>
  /^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_.])?$/.test(host) && !/\.\d[^.]*\.?$/.test(host);

const isMask = (mask: string, most: number): boolean => /^\d{1,3}$/.test(mask) && Number(mask) <= most;
