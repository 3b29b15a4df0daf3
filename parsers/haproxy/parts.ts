import type { IToken } from "chevrotain";
import type { LinesCstNode } from "../core/cst.d.ts";
import { parseLines } from "../core/lines.ts";
import { type Edit, editOf, isEdited, longest, type Source, type Stretch } from "../core/source.ts";
import { tokenize } from "../core/tokens.ts";
import type { Comment, Mistake, Statement } from "../core/tree.ts";
import { crowded } from "./lexical.ts";
import { haproxyLexer, isBlank } from "./tokens.ts";
import { lexical, lineOf } from "./words.ts";

/** The lines from one section header to the next. It stays as it is while its text does, wherever it comes to stand. */
export interface Part {
  readonly stretch: Stretch;
  readonly length: number;
  readonly lines: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly mistakes: readonly Mistake[];
}

const known = new WeakMap<Source, readonly Part[]>();

/** A file that is edited in parts, any other as one; those of its earlier text that the edit left as they were among them. `headers`: the words that begin a section. */
export function partsOf(source: Source, headers: Headers): readonly Part[] {
  const found = known.get(source);
  if (found) return found;
  const edit = editOf(source);
  const old = edit && known.get(edit.before);
  if (edit) known.delete(edit.before);
  const parts =
    edit && old
      ? mended(source, edit, old, headers)
      : boundsOf(source, headers).map((bound) => read(source, bound));
  known.set(source, parts);
  return parts;
}

type Headers = { readonly has: (word: string) => boolean };

/** Where a part begins and ends. */
type Bound = readonly [start: number, end: number];

const boundsOf = (source: Source, headers: Headers): readonly Bound[] =>
  isEdited(source) ? boundsIn(source.text, [0, source.text.length], headers) : [[0, source.text.length]];

/**
 * The parts of the new text: at both ends those of the old one, and between them new ones. A part ends where the next header
 * stands, so that it stays only if that line does too.
 */
function mended(
  source: Source,
  { before, start: same, rest }: Edit,
  old: readonly Part[],
  headers: Headers,
): Part[] {
  const { text } = source;
  const isBefore = ({ stretch: { start }, length }: Part): boolean => start + length <= same;
  const isAfter = ({ stretch: { start } }: Part): boolean => start > before.text.length - rest;
  const first = Math.max(0, longest(old.length, (n) => n === 0 || isBefore(old[n - 1]!)) - 1);
  const last = longest(old.length - first, (n) => n === 0 || isAfter(old[old.length - n]!));
  const kept = { head: old.slice(0, first), tail: old.slice(old.length - last) };
  const moved = text.length - before.text.length;
  for (const { stretch } of kept.head) stretch.source = source;
  for (const { stretch } of kept.tail) {
    stretch.source = source;
    stretch.start += moved;
  }
  const start = first === 0 ? 0 : kept.head.at(-1)!.stretch.start + kept.head.at(-1)!.length;
  const end = kept.tail[0]?.stretch.start ?? text.length;
  const between = boundsIn(text, [start, end], headers).map((bound) => read(source, bound));
  return [...kept.head, ...between, ...kept.tail];
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || code === 45 || code === 95;

/** From each line whose first word begins a section to the next such line; what stands before the first is a part of its own. Both ends are those of lines. */
function boundsIn(text: string, [first, last]: Bound, headers: Headers): Bound[] {
  const bounds: Bound[] = [];
  let start = first;
  for (let line = first; line < last; ) {
    let from = line;
    while (isBlank(text.charCodeAt(from))) from++;
    let to = from;
    while (isLetter(text.charCodeAt(to))) to++;
    const next = text.charCodeAt(to);
    const ends = isBlank(next) || next === 10 || next === 13 || next === 35 || to === text.length;
    if (line > start && to > from && ends && headers.has(text.slice(from, to))) {
      bounds.push([start, line]);
      start = line;
    }
    const end = text.indexOf("\n", to);
    line = end < 0 ? last : end + 1;
  }
  return start < last || last === 0 ? [...bounds, [start, last]] : bounds;
}

/** A string of its own, so that what is kept of a part does not keep the whole text of an earlier edit alive. */
const detached = (text: string): string => ` ${text}`.slice(1);

function read(source: Source, [start, end]: Bound): Part {
  const stretch: Stretch = { source, start };
  const { path, text } = source;
  const isWhole = start === 0 && end === text.length;
  const piece = { path, text: isWhole ? text : detached(text.slice(start, end)), whole: stretch };
  const { tokens, comments } = tokenize(haproxyLexer(), piece, text.length);
  const { children } = parseLines(tokens) as LinesCstNode;
  const lines = (children.line ?? []).map((node) => lineOf(node.children.Value as IToken[], piece));
  return {
    stretch,
    length: end - start,
    lines,
    comments,
    mistakes: [...tokens.flatMap((token) => lexical(piece, token)), ...lines.flatMap(crowded)],
  };
}
