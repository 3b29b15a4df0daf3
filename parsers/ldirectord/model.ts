import { present, type Reader, type Setting, settingOf, text } from "../core/settings.ts";
import { span } from "../core/source.ts";
import type { Block, Statement, Tree, Word } from "../core/tree.ts";
import { type Forward, fallbackLine, type Piece, realLine, type VirtualLine, virtualLine } from "./lines.ts";
import { firstNumber, firstWord } from "./types.ts";

/** A value that stands in a piece of its statement's line. */
type Part<T> = Setting<T>;

/** A real server, or a range of them. */
export interface RealServer {
  readonly statement: Statement;
  readonly host?: Part<string>;
  /** Last address of a range that begins with `host`. */
  readonly last?: Part<string>;
  /** A number or a service's name; absent: 0, the service's own. */
  readonly port?: Part<string>;
  readonly forward?: Part<Forward>;
  readonly weight?: Part<number>;
  readonly request?: Part<string>;
  readonly receive?: Part<string>;
  /** Connections below which, and above which, it is taken in and left out. */
  readonly lower?: Part<number>;
  readonly upper?: Part<number>;
  /** What stands before the address that ldirectord found in the line: not read. */
  readonly skipped?: Word;
  /** Why ldirectord refuses the line, and the piece that is wrong. */
  readonly fault?: { readonly word: Word; readonly why: string };
}

export interface Fallback {
  readonly statement: Statement;
  readonly host: Part<string>;
  readonly port?: Part<string>;
  /** Absent: gate. */
  readonly forward?: Part<Forward>;
}

export interface VirtualService {
  readonly statement: Statement;
  readonly family: 4 | 6;
  /** An address or a host's name; absent for a firewall mark. */
  readonly host?: Part<string>;
  readonly port?: Part<string>;
  readonly mark?: Part<number>;
  readonly protocol?: Setting<"tcp" | "udp" | "fwm">;
  readonly service?: Setting<string>;
  /** "combined" for a number. */
  readonly checktype?: Setting<string>;
  readonly scheduler?: Setting<string>;
  readonly persistent?: Setting<number>;
  readonly checkport?: Setting<number>;
  readonly checkinterval?: Setting<number>;
  readonly checktimeout?: Setting<number>;
  readonly quiescent?: Setting<boolean>;
  readonly fallback?: Fallback;
  readonly reals: readonly RealServer[];
  /** All settings by keyword, the last of each. */
  readonly settings: ReadonlyMap<string, Statement>;
}

export interface Ldirectord {
  readonly fork?: Setting<boolean>;
  readonly quiescent?: Setting<boolean>;
  readonly checkinterval?: Setting<number>;
  readonly checktimeout?: Setting<number>;
  readonly fallback?: Fallback;
  readonly virtuals: readonly VirtualService[];
}

const number: Reader<number> = ({ hole, value }) => {
  const digits = hole ? undefined : firstNumber(value);
  return digits === undefined ? undefined : Number(digits);
};
const yes: Reader<boolean> = ({ hole, value }) =>
  hole || !/^(yes|no)$/.test(value) ? undefined : value === "yes";
const word: Reader<string> = ({ hole, value }) => (hole ? undefined : firstWord(value) || undefined);
const checktype: Reader<string> = ({ hole, value }) =>
  hole ? undefined : firstNumber(value) === undefined ? /[\w-]+/.exec(value)?.[0] : "combined";
const scheduler: Reader<string> = ({ hole, value }) => (hole ? undefined : /[a-z]+/.exec(value)?.[0]);
const protocol: Reader<"tcp" | "udp" | "fwm"> = ({ hole, value }) => {
  const name = firstWord(value);
  return !hole && (name === "tcp" || name === "udp" || name === "fwm") ? name : undefined;
};

export function modelOf({ statements }: Tree): Ldirectord {
  const one = <T>(keyword: string, read: Reader<T>): Setting<T> | undefined =>
    settingOf(
      statements.findLast((statement) => statement.keyword.value === keyword),
      0,
      read,
    );
  const fallback = statements.findLast(({ keyword }) => keyword.value === "fallback");
  return present({
    fork: one("fork", yes),
    quiescent: one("quiescent", yes),
    checkinterval: one("checkinterval", number),
    checktimeout: one("checktimeout", number),
    fallback: fallbackOf(fallback),
    virtuals: statements.filter(({ keyword }) => /^virtual6?$/.test(keyword.value)).map(virtualOf),
  });
}

function virtualOf(statement: Statement): VirtualService {
  const family = statement.keyword.value === "virtual6" ? 6 : 4;
  const [value] = statement.args;
  const line: VirtualLine | undefined = value && !value.hole ? virtualLine(value.value, family) : undefined;
  const address = line?.kind === "address" ? line : undefined;
  const settings = new Map(
    (statement.block?.statements ?? []).map((one): [string, Statement] => [one.keyword.value, one]),
  );
  const one = <T>(keyword: string, read: Reader<T>): Setting<T> | undefined =>
    settingOf(settings.get(keyword), 0, read);
  return present({
    statement,
    family: family as 4 | 6,
    host: address && textPart(statement, address.host),
    port: address && textPart(statement, address.port),
    mark: line?.kind === "mark" ? numberPart(statement, line.mark) : undefined,
    protocol: one("protocol", protocol),
    service: one("service", word),
    checktype: one("checktype", checktype),
    scheduler: one("scheduler", scheduler),
    persistent: one("persistent", number),
    checkport: one("checkport", number),
    checkinterval: one("checkinterval", number),
    checktimeout: one("checktimeout", number),
    quiescent: one("quiescent", yes),
    fallback: fallbackOf(settings.get("fallback") ?? settings.get("fallback6")),
    reals: realsOf(statement.block, family),
    settings,
  });
}

const realsOf = (block: Block | undefined, family: 4 | 6): RealServer[] =>
  (block?.statements ?? [])
    .filter(({ keyword }) => /^real6?$/.test(keyword.value))
    .map((statement) => realOf(statement, family));

function realOf(statement: Statement, family: 4 | 6): RealServer {
  const value = settingOf(statement, 0, text);
  if (!value || value.word.quote) return { statement };
  const line = realLine(value.value, family);
  return present({
    statement,
    host: line.host && textPart(statement, line.host),
    last: line.last && textPart(statement, line.last),
    port: line.port && textPart(statement, line.port),
    forward: line.forward && forwardPart(statement, line.forward),
    weight: line.weight && numberPart(statement, line.weight),
    request: line.request && textPart(statement, line.request),
    receive: line.receive && textPart(statement, line.receive),
    lower: line.lower && numberPart(statement, line.lower),
    upper: line.upper && numberPart(statement, line.upper),
    skipped: line.skipped && wordOf(statement, line.skipped),
    fault: line.fault && { word: wordOf(statement, line.fault.piece), why: line.fault.why },
  });
}

function fallbackOf(statement: Statement | undefined): Fallback | undefined {
  const value = settingOf(statement, 0, text);
  if (!statement || !value || value.word.quote) return undefined;
  const { host, port, forward } = fallbackLine(value.value);
  return present({
    statement,
    host: textPart(statement, host),
    port: port && textPart(statement, port),
    forward: forward && forwardPart(statement, forward),
  });
}

/** A piece of the statement's value as a word of its own. */
function wordOf({ args }: Statement, { text: value, at }: Piece): Word {
  const { source, start } = args[0]!.at;
  return { kind: "word", value, at: span(source, start + at, start + at + value.length) };
}

const textPart = (statement: Statement, piece: Piece): Part<string> => ({
  value: piece.text,
  word: wordOf(statement, piece),
  statement,
});
const numberPart = (statement: Statement, piece: Piece): Part<number> => ({
  ...textPart(statement, piece),
  value: Number(piece.text),
});
const forwardPart = (statement: Statement, piece: Piece): Part<Forward> => ({
  ...textPart(statement, piece),
  value: piece.text as Forward,
});
