import { isIp4, isIp6 } from "../core/types.ts";

/** The forwarding methods of LVS by ldirectord's names. */
export const forwards = ["gate", "masq", "ipip"] as const;
export type Forward = (typeof forwards)[number];

/** A piece of a line, and where it begins there. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

/** What ldirectord makes of the text after `real =`; each piece stands in that text. */
export interface RealLine {
  readonly host?: Piece;
  /** Last address of a range. */
  readonly last?: Piece;
  readonly port?: Piece;
  readonly forward?: Piece;
  readonly weight?: Piece;
  readonly request?: Piece;
  readonly receive?: Piece;
  readonly lower?: Piece;
  readonly upper?: Piece;
  /** What stands before the address that the pattern found: not read. */
  readonly skipped?: Piece;
  /** Why ldirectord refuses the line: the end of a sentence that begins with the piece's text. */
  readonly fault?: { readonly piece: Piece; readonly why: string };
}

/** The patterns are ldirectord's own (sub _ld_read_config_real_resolve, add_real_server); they are not anchored there either. */
const address =
  /(\d+\.\d+\.\d+\.\d+|[A-Za-z0-9.-]+|\[[0-9A-fa-f:]+\])(->(\d+\.\d+\.\d+\.\d+|[A-Za-z0-9.-]+|\[[0-9A-fa-f:]+\]))?(:(\d+|[A-Za-z0-9_-]+))?\s+(.*)/d;

const piece = (match: RegExpExecArray, group: number, shift = 0): Piece | undefined =>
  match[group] === undefined ? undefined : { text: match[group], at: match.indices![group]![0] + shift };

export function realLine(text: string, family: 4 | 6): RealLine {
  const whole = { text, at: 0 };
  const match = address.exec(`${text} `);
  const rest = match && piece(match, 6);
  if (!match || !rest) return { fault: { piece: whole, why: "is no address with a forwarding method" } };
  const host = piece(match, 1)!;
  const last = piece(match, 3);
  const port = piece(match, 5);
  const before = text.slice(0, match.index).trim();
  const skipped = before === "" ? {} : { skipped: { text: before, at: text.indexOf(before) } };
  const where = { host, ...skipped, ...(last ? { last } : {}), ...(port ? { port } : {}) };
  const wrong =
    addressFault(host, family) ?? (last && rangeFault(host, last, family)) ?? (port && portFault(port));
  const flags = flagsOf(rest);
  const fault = wrong ?? (flags.fault?.piece.text === "" ? { ...flags.fault, piece: whole } : flags.fault);
  return { ...where, ...flags, ...(fault ? { fault } : {}) };
}

type Fault = NonNullable<RealLine["fault"]>;

/** A name is not judged: only a resolver knows it. */
function addressFault(host: Piece, family: 4 | 6): Fault | undefined {
  const why = hostFault(host.text, family);
  return why ? { piece: host, why } : undefined;
}

export function hostFault(text: string, family: 4 | 6): string | undefined {
  const bare = text.replace(/^\[(.*)\]$/, "$1");
  if (/^\d+\.\d+\.\d+\.\d+$/.test(bare)) {
    if (!isIp4(bare.replace(/(^|\.)0+(?=\d)/g, "$1"))) return "is not an IPv4 address";
    return family === 6 ? "is an IPv4 address where one of IPv6 must stand" : undefined;
  }
  if (bare.includes(":")) {
    if (!isIp6(bare)) return "is not an IPv6 address";
    return family === 4 ? "is an IPv6 address where one of IPv4 must stand" : undefined;
  }
  return undefined;
}

function rangeFault(first: Piece, last: Piece, family: 4 | 6): Fault | undefined {
  const wrong = addressFault(last, family);
  if (wrong) return wrong;
  if (family === 6) return { piece: last, why: "ends a range, which IPv6 does not have" };
  if (!isIp4(first.text) || !isIp4(last.text) || numberOf(first.text) <= numberOf(last.text))
    return undefined;
  return { piece: last, why: `ends a range before ${first.text} begins it` };
}

/** An IPv4 address as a number. */
export const numberOf = (ip: string): number =>
  ip.split(".").reduce((value, part) => value * 256 + Number(part), 0);

const portFault = (port: Piece): Fault | undefined =>
  /^\d+$/.test(port.text) && Number(port.text) > 65535
    ? { piece: port, why: "is outside 0 to 65535" }
    : undefined;

/** Method, weight, request and receive, thresholds: each step goes on where the one before ended. */
function flagsOf(flags: Piece): Omit<RealLine, "host" | "last" | "port" | "skipped"> {
  const method = /(\w+)(.*)/d.exec(flags.text);
  const forward = method && piece(method, 1, flags.at);
  if (!method || !forward)
    return { fault: { piece: { text: "", at: 0 }, why: "has no forwarding method: gate, masq or ipip" } };
  if (!forwards.some((one) => one === forward.text))
    return { fault: { piece: forward, why: "is not gate, masq or ipip" } };
  let left = piece(method, 2, flags.at)!;
  const found: Record<string, Piece> = { forward };
  const step = (pattern: RegExp, ...names: string[]): void => {
    const match = pattern.exec(left.text);
    if (!match) return;
    names.forEach((name, i) => {
      found[name] = piece(match, i + 1, left.at)!;
    });
    left = piece(match, names.length + 1, left.at)!;
  };
  step(/\s+(\d+)(.*)/d, "weight");
  step(/\s+"(.*)"[, ]\s*"(.*)"(.*)/d, "request", "receive");
  step(/\s+l:(\d+)(.*)/d, "lower");
  step(/\s+u:(\d+)(.*)/d, "upper");
  const extra = /\S(?:.*\S)?/d.exec(left.text);
  if (!extra) return found;
  return {
    ...found,
    fault: { piece: piece(extra, 0, left.at)!, why: "fits nowhere in a real server's line" },
  };
}

/** `host[:port] [method]`: of more words the last two count. */
export function fallbackLine(text: string): {
  readonly host: Piece;
  readonly port?: Piece;
  readonly forward?: Piece;
} {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], at: match.index }));
  const forward = words.length > 1 ? words.at(-1) : undefined;
  const server = words.at(forward ? -2 : -1) ?? { text: "", at: 0 };
  const port = /:([A-Za-z0-9_-]+)$/d.exec(server.text);
  const host = port ? { text: server.text.slice(0, port.index), at: server.at } : server;
  return {
    host,
    ...(port ? { port: piece(port, 1, server.at)! } : {}),
    ...(forward ? { forward } : {}),
  };
}

/** What `virtual =` is followed by. */
export type VirtualLine =
  | { readonly kind: "address"; readonly host: Piece; readonly port: Piece }
  | { readonly kind: "mark"; readonly mark: Piece }
  | { readonly kind: "fault"; readonly why: string };

/** The alternatives in ldirectord's order: an address without a port reads as the firewall mark that its first digits are. */
export function virtualLine(text: string, family: 4 | 6): VirtualLine {
  const named = /^([0-9A-Za-z._+-]+):([0-9A-Za-z_-]+)/d.exec(text);
  const six = /^(\[[0-9A-Fa-f:]+\]):([0-9A-Za-z_-]+)/d.exec(text);
  const mark = /^(\d+)/d.exec(text);
  const match = named ?? (mark ? null : six);
  if (match) {
    const host = piece(match, 1)!;
    const port = piece(match, 2)!;
    if (match === six && family === 4)
      return { kind: "fault", why: "is an IPv6 address, which needs virtual6" };
    const why = hostFault(host.text, family) ?? (portFault(port) && "has a port outside 0 to 65535");
    return why ? { kind: "fault", why } : { kind: "address", host, port };
  }
  if (mark) return { kind: "mark", mark: piece(mark, 1)! };
  return { kind: "fault", why: "is neither an address with a port nor a firewall mark" };
}
