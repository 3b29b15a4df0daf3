import type { IToken } from "chevrotain";
import { linesOf, positionAt, type Source, type Span, span, textOf } from "../core/source.ts";
import { spanOf } from "../core/tokens.ts";
import type { Mistake, Statement, Tree } from "../core/tree.ts";
import { walk } from "../core/tree.ts";
import { besideBrace, braceFaults } from "./besideBrace.ts";
import { mistake, refused, safely } from "./refusals.ts";
import { Assigned, Before, BracedKey, ByteOrderMark, Extra, Header, type Lexed, Stray } from "./tokens.ts";

/** Everything that corosync's line reader refuses, in the order of the text. */
export function mistakesOf(source: Source, { tokens, faults }: Lexed, { statements }: Tree): Mistake[] {
  return [
    ...faults.flatMap((token) => faultsOf(token, source, statements)),
    ...tokens.flatMap((token) => tokenFaults(token, source)),
    ...braceFaults(tokens, faults, source),
    ...[...walk(statements)].flatMap(keyFaults),
    ...pathFaults(statements),
    ...longLines(source),
  ];
}

function faultsOf(token: IToken, source: Source, statements: readonly Statement[]): Mistake[] {
  const at = spanOf(token, source);
  switch (token.tokenType) {
    case ByteOrderMark:
      return [byteOrderMark(at, statements)];
    case Stray:
      return [stray(token.image, at, statements)];
    case Extra:
    case Before:
      return [besideBrace(token, at, source)];
    default:
      return [];
  }
}

/** corosync takes the mark for the first characters of the first name, and notices where it stores a key of that name. */
function byteOrderMark(at: Span, statements: readonly Statement[]): Mistake {
  const first = [...walk(statements)].find(({ block, keyword }) => !block && keyword.at.start > at.end);
  const where = first && positionAt(at.source, first.at.start).line > positionAt(at.source, at.start).line;
  return mistake("byte-order-mark", at, `a byte order mark stands before the first name: ${refused}`, {
    ...safely("remove it", { at, text: "" }),
    ...(where ? { related: [{ at: first.at, message: "corosync stops here" }] } : {}),
  });
}

function stray(text: string, at: Span, statements: readonly Statement[]): Mistake {
  if (text.startsWith(";") || text.startsWith("//")) {
    const marks = /^(?:;+|\/\/+)/.exec(text)![0].length;
    return mistake("line-syntax", at, `only # begins a comment: ${refused}`, {
      ...safely("begin the comment with #", { at: at.with({ end: at.start + marks }), text: "#" }),
    });
  }
  if (text.startsWith(":")) return nameless(at, sectionAt(at, statements));
  const spaced = /^([A-Za-z]\w*)([ \t]+)[^ \t=]+$/.exec(text);
  const message = `${brief(text)} is neither key: value, a section { nor }: ${refused}`;
  if (!spaced) return mistake("line-syntax", at, message);
  const from = at.start + spaced[1]!.length;
  const gap = span(at.source, from, from + spaced[2]!.length);
  return mistake("line-syntax", at, message, {
    fix: { title: "put a colon after the name", safe: false, edits: [{ at: gap, text: ": " }] },
  });
}

/** Where a section's name and a dot stand before it, cmap takes a key without a name. */
function nameless(at: Span, section: string | undefined): Mistake {
  const kept = section !== undefined && section !== "uidgid";
  const what = kept ? "corosync ignores the line" : refused;
  const found = mistake("line-syntax", at, `no name stands before the colon: ${what}`);
  return kept ? { ...found, verdict: "silent" } : found;
}

/** The name of the innermost section around a place. */
const sectionAt = (at: Span, statements: readonly Statement[]): string | undefined =>
  [...walk(statements)].findLast(({ block }) => block && block.at.start < at.start && at.end <= block.at.end)
    ?.keyword.value;

function tokenFaults({ tokenType, image, startOffset }: IToken, source: Source): Mistake[] {
  const end = startOffset + image.length;
  const at = span(source, startOffset, end);
  const { text } = source;
  if (tokenType === Assigned) {
    const gap = /[ \t]*=[ \t]*/.exec(text.slice(end))![0].length;
    const message = `a colon must stand between ${image} and its value, not =: ${refused}`;
    const sign = span(source, end, end + gap);
    return [mistake("line-syntax", at, message, safely("replace = with a colon", { at: sign, text: ": " }))];
  }
  if (tokenType === Header) {
    const gap = /[ \t]*\r?\n[ \t]*/.exec(text.slice(end))![0].length;
    const up = span(source, end, end + gap);
    const message = `the { of ${image} must stand on the same line: ${refused}`;
    return [mistake("brace-on-next-line", at, message, safely("move the { up", { at: up, text: " " }))];
  }
  if (tokenType === BracedKey) {
    const brace = text.indexOf("{", end);
    const message = `the { in the value of ${image} opens a section: ${refused}`;
    return [mistake("brace-in-value", span(source, brace, brace + 1), message)];
  }
  return [];
}

const nameCharacters = /^[A-Za-z0-9._/:-]+$/;
/** cmap keeps keys of 3 to 254 characters, sections and dots included (exec/icmap.c). */
const shortest = 3;
const longest = 254;

/** Section names are refused with the first key inside them; keys of interface and logger_subsys go another way. */
function keyFaults({ keyword, block }: Statement): Mistake[] {
  const { at, hole } = keyword;
  const value = block ? textOf(at).replace(/[ \t:]+$/, "") : textOf(at);
  if (hole || value === "" || nameCharacters.test(value)) return [];
  const stored = block?.statements.some((inner) => !inner.block) ?? true;
  if (!stored) return [];
  const edges = /^\u00a0+|\u00a0+$/g;
  const bare = value.replace(edges, "").trim();
  const message = value.includes("\u00a0")
    ? `a no-break space stands beside ${bare}, and corosync takes it for a letter of the name: ${refused}`
    : `${brief(value)} has a character that no name may have: ${refused}`;
  const fixed = nameCharacters.test(bare)
    ? safely("replace it with a blank", { at, text: value.replace(edges, (run) => " ".repeat(run.length)) })
    : {};
  const first = block?.statements.find((inner) => !inner.block);
  const related = first ? { related: [{ at: first.at, message: "corosync stops here" }] } : {};
  return [mistake("name-character", at, message, { ...fixed, ...related })];
}

function pathFaults(statements: readonly Statement[], path = ""): Mistake[] {
  return statements.flatMap((statement): Mistake[] => {
    const { keyword, block } = statement;
    if (keyword.hole || keyword.value === "") return [];
    const name = path === "" ? keyword.value : `${path}.${keyword.value}`;
    const fault =
      name.length > longest ? "too long" : !block && name.length < shortest ? "too short" : undefined;
    if (fault) {
      const message = `${brief(keyword.value)} makes a key of ${name.length} characters, ${fault} for cmap: ${refused}`;
      return [mistake("name-length", keyword.at, message)];
    }
    return block ? [...pathFaults(block.statements, name), ...storedNames(statement)] : [];
  });
}

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The settings of a logger_subsys are kept under its name, once the section is closed. */
function storedNames({ keyword, block }: Statement): Mistake[] {
  if (keyword.value !== "logger_subsys" && keyword.value !== "logging_daemon") return [];
  return block!.statements.flatMap(({ keyword: key, args: [word] }): Mistake[] => {
    if (key.value !== "subsys" && key.value !== "name") return [];
    if (!word || word.hole || nameCharacters.test(word.value)) return [];
    const message = `${brief(word.value)} has a character that no name may have: ${refused}`;
    const related = block!.close ? [{ at: block!.close, message: "corosync stops here" }] : [];
    return [mistake("name-character", word.at, message, { related })];
  });
}

/** fgets of 512: a line of 511 bytes or more, a comment too, and one with a NUL, where C's line ends too early. */
function longLines(source: Source): Mistake[] {
  const { text } = source;
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const message = `a NUL stands in the line, which corosync takes for one that is too long: ${refused}`;
    return [mistake("line-too-long", span(source, nul, nul + 1), message)];
  }
  if (text.length < 170) return [];
  return linesOf(source).flatMap((_, number, starts): Mistake[] => {
    const start = starts[number]!;
    const end = starts[number + 1] ?? text.length;
    if (start > 0 && text[start - 1] === "\r") return [];
    const line = text.slice(start, end).replace(/\n$/, "");
    const bytes = line.length < 170 ? 0 : bytesOf(line);
    if (bytes < 511) return [];
    const message = `the line has ${bytes} bytes, and corosync reads lines of at most 510: ${refused}`;
    return [mistake("line-too-long", span(source, start, start + line.trimEnd().length), message)];
  });
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
