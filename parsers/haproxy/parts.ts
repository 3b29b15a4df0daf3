import type { IToken } from "chevrotain";
import type { LinesCstNode } from "../core/cst.d.ts";
import { parseLines } from "../core/lines.ts";
import { isEdited, type Source, type Stretch, textBefore } from "../core/source.ts";
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
  const bounds: readonly Bound[] = isEdited(source)
    ? boundsOf(source.text, headers)
    : [[0, source.text.length]];
  const before = textBefore(source);
  const old = (before && known.get(before)) ?? [];
  if (before) known.delete(before);
  const parts = before
    ? mended(source, bounds, before.text, old)
    : bounds.map((bound) => read(source, bound));
  known.set(source, parts);
  return parts;
}

type Headers = { readonly has: (word: string) => boolean };

/** Where a part begins and ends. */
type Bound = readonly [start: number, end: number];

/** The parts of the new text: at both ends those of the old one, as far as they are the same, and between them new ones. */
function mended(source: Source, bounds: readonly Bound[], before: string, old: readonly Part[]): Part[] {
  const { text } = source;
  const same = longest(Math.min(text.length, before.length), (n) => text.slice(0, n) === before.slice(0, n));
  const rest = longest(
    Math.min(text.length, before.length) - same,
    (n) => text.slice(text.length - n) === before.slice(before.length - n),
  );
  const isOld = (part: Part | undefined, [start, end]: Bound, moved: number): boolean =>
    part !== undefined && part.length === end - start && part.stretch.start + moved === start;
  const most = Math.min(bounds.length, old.length);
  let first = 0;
  while (first < most && bounds[first]![1] <= same && isOld(old[first], bounds[first]!, 0)) first++;
  const moved = text.length - before.length;
  const isAtEnd = (i: number): boolean =>
    bounds.at(-1 - i)![0] >= text.length - rest && isOld(old.at(-1 - i), bounds.at(-1 - i)!, moved);
  let last = 0;
  while (last < most - first && isAtEnd(last)) last++;
  return bounds.map((bound, i) => {
    const fromEnd = bounds.length - i;
    const kept = i < first ? old[i] : fromEnd <= last ? old[old.length - fromEnd] : undefined;
    if (!kept) return read(source, bound);
    Object.assign(kept.stretch, { source, start: bound[0] });
    return kept;
  });
}

/** The greatest number up to `most` of which it holds, where it holds of all smaller ones. */
function longest(most: number, holds: (length: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || code === 45 || code === 95;

/** From each line whose first word begins a section to the next such line; what stands before the first is a part of its own. */
function boundsOf(text: string, headers: Headers): Bound[] {
  const bounds: Bound[] = [];
  let start = 0;
  for (let line = 0; line < text.length; ) {
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
    line = end < 0 ? text.length : end + 1;
  }
  return [...bounds, [start, text.length]];
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
