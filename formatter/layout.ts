import { remembered } from "../parsers/core/remembered.ts";
import type { FormatSchema } from "../parsers/core/schema.ts";
import type { Statement } from "../parsers/core/tree.ts";
import { keepalivedSchema } from "../parsers/keepalived/schema.ts";
import { type Backslash, wordsOf } from "./lines.ts";

/** White space between two words of a line that may be made wider or narrower, and may be empty. Offsets. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** How the files of a format are laid out. */
export interface Layout {
  /** What the depth of a line is told by: braces, headers without an end, or nothing (every line stands at the margin). */
  readonly nests: "braces" | "headers" | "nothing";
  /** Steps from a header, or from a command that a backslash continues, to the lines below it. */
  readonly body: 0 | 1;
  /** A comment counts as one in column 1 only. */
  readonly marginComments?: true;
  /** What a backslash at a line's end does. */
  readonly backslash?: Backslash;
  /** An empty line ends a block: none of its lines follows. */
  readonly emptyLineEnds?: true;
  /** Bytes of a line that the daemon reads as one. */
  readonly longest?: number;
  /** Where the words of consecutive lines are put into columns, in the order of the line. */
  readonly gaps: (statement: Statement, text: string) => readonly Gap[];
}

const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

/** Behind the first word of a line; none where that has quotes or is no keyword. */
function behindFirst({ at }: Statement, text: string): readonly Gap[] {
  const found = /^([^ \t\r\n"'\\{}@~$]+)([ \t]+)/.exec(text.slice(at.start, at.end));
  if (!found) return [];
  const start = at.start + found[1]!.length;
  return [{ start, end: start + found[2]!.length }];
}

const commands = remembered(
  ({ places }: FormatSchema): ReadonlySet<string> =>
    new Set(
      Object.values(places).flatMap(({ keywords = {} }) =>
        Object.entries(keywords).flatMap(([name, { raw }]) => (raw ? [name] : [])),
      ),
    ),
);

/** A command line's white space is left to the shell. */
const unlessCommand = (statement: Statement, text: string): readonly Gap[] =>
  commands(keepalivedSchema).has(statement.keyword.value) ? [] : behindFirst(statement, text);

/** Behind the colon of `key: value`. */
function behindColon({ keyword, args }: Statement, text: string): readonly Gap[] {
  const colon = text.indexOf(":", keyword.at.end);
  const value = args[0]?.at.start ?? -1;
  if (colon < 0 || value <= colon || keyword.hole) return [];
  return isBlank(text.slice(keyword.at.end, colon)) && isBlank(text.slice(colon + 1, value))
    ? [{ start: colon + 1, end: value }]
    : [];
}

/** On both sides of the sign of `key = value`. */
function aroundSign({ keyword, args }: Statement, text: string): readonly Gap[] {
  const { end } = keyword.at;
  const sign = text.indexOf("=", end);
  const value = args[0]?.at.start ?? -1;
  if (sign < 0 || value <= sign || args[0]!.at.end === value || keyword.hole) return [];
  return isBlank(text.slice(end, sign)) && isBlank(text.slice(sign + 1, value))
    ? [
        { start: end, end: sign },
        { start: sign + 1, end: value },
      ]
    : [];
}

/** Between all words. */
function betweenWords(statement: Statement, text: string): readonly Gap[] {
  const words = wordsOf(statement);
  const gaps = words.slice(1).map(({ at }, i) => ({ start: words[i]!.at.end, end: at.start }));
  return gaps.every(({ start, end }) => start < end && isBlank(text.slice(start, end))) ? gaps : [];
}

/** The formats whose syntax lets a line be moved, by their ids. All others are left as they are. */
const layouts: Readonly<Record<string, Layout>> = {
  /** MAXBUF of lib/parser.c: a longer line is refused. */
  keepalived: { nests: "braces", body: 1, backslash: "continues", longest: 1023, gaps: unlessCommand },
  drbd: { nests: "braces", body: 1, gaps: behindFirst },
  /** exec/coroparse.c reads lines into 512 bytes: what is longer is two lines. */
  corosync: { nests: "braces", body: 1, longest: 511, gaps: behindColon },
  /** LINESIZE of releases before 1.8. */
  haproxy: { nests: "headers", body: 1, longest: 2047, gaps: behindFirst },
  ocfs2: {
    nests: "headers",
    body: 1,
    backslash: "continues",
    marginComments: true,
    emptyLineEnds: true,
    gaps: aroundSign,
  },
  interfaces: { nests: "headers", body: 1, backslash: "continues", emptyLineEnds: true, gaps: behindFirst },
  galera: { nests: "headers", body: 0, gaps: aroundSign },
  crmsh: { nests: "nothing", body: 1, backslash: "joins", gaps: () => [] },
  fstab: { nests: "nothing", body: 0, gaps: betweenWords },
  hosts: { nests: "nothing", body: 0, gaps: betweenWords },
};

export const layoutOf = (format: { readonly id: string }): Layout | undefined =>
  Object.hasOwn(layouts, format.id) ? layouts[format.id] : undefined;
