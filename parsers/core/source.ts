/** One file's text and the name it is shown under. Offsets are UTF-16 code units from 0, as in LSP and JavaScript. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly whole: Stretch;
}

/**
 * A part of a file that may move: what was read of it stays true while other parts change, since its spans count from
 * where it begins.
 */
export interface Stretch {
  source: Source;
  start: number;
}

/** A range of one file: `start` is the first offset, `end` the one after the last. The only kind of position in halint. */
export class Span {
  private readonly stretch: Stretch;
  private readonly from: number;
  private readonly to: number;

  /** `from` and `to` count from the start of the stretch. */
  constructor(stretch: Stretch, from: number, to: number) {
    this.stretch = stretch;
    this.from = from;
    this.to = to;
  }

  get source(): Source {
    return this.stretch.source;
  }

  get start(): number {
    return this.stretch.start + this.from;
  }

  get end(): number {
    return this.stretch.start + this.to;
  }

  toJSON(): object {
    return { path: this.source.path, start: this.start, end: this.end };
  }

  /** From `start` to `end` in the file, moving with this one. */
  with({ start = this.start, end = this.end }: { readonly start?: number; readonly end?: number }): Span {
    const { stretch } = this;
    return new Span(stretch, start - stretch.start, end - stretch.start);
  }
}

/** Line and column, both from 0, column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function sourceOf(path: string, text: string): Source {
  const whole = { start: 0 } as Stretch;
  const source = { path, text, whole };
  whole.source = source;
  return source;
}

const earlier = new WeakMap<Source, Source | undefined>();

/** A file that an editor holds open. `before`: the same file as it stood before an edit, of which nothing is asked any more. */
export function editedSource(path: string, text: string, before?: Source): Source {
  const source = sourceOf(path, text);
  earlier.set(source, before);
  if (before) forget(before);
  return source;
}

/** No chain of all earlier texts is kept alive. */
function forget(source: Source): void {
  earlier.set(source, undefined);
  edits.delete(source);
}

/** Edits are to be expected, so that it pays to read it in parts. */
export const isEdited = (source: Source): boolean => earlier.has(source);

/** What an edit changed: from `start` on, up to `rest` characters before the end, the text is another. */
export interface Edit {
  readonly before: Source;
  readonly start: number;
  readonly rest: number;
}

const edits = new WeakMap<Source, Edit>();

/** How the file came from an earlier text of it, of which a reader may take what the edit left as it was; that moves to this one. */
export function editOf(source: Source): Edit | undefined {
  const before = earlier.get(source);
  const known = before && edits.get(source);
  if (!before || known) return known;
  const [old, text] = [before.text, source.text];
  const most = Math.min(text.length, old.length);
  const start = longest(most, (n) => text.slice(0, n) === old.slice(0, n));
  const rest = longest(most - start, (n) => text.slice(text.length - n) === old.slice(old.length - n));
  const edit = { before, start, rest };
  edits.set(source, edit);
  return edit;
}

/** The greatest number up to `most` of which it holds, where it holds of all smaller ones. */
export function longest(most: number, holds: (length: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const span = (source: Source, start: number, end: number): Span => new Span(source.whole, start, end);

/** The smallest span that covers both; both must be of one file, else the first is given. */
export const cover = (a: Span, b: Span): Span =>
  a.source === b.source ? a.with({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }) : a;

export const textOf = (at: Span): string => at.source.text.slice(at.start, at.end);

const lineStarts = new WeakMap<Source, readonly number[]>();

/** Offsets at which the lines of a file begin; LF, CRLF and a lone CR end a line. */
export function linesOf(source: Source): readonly number[] {
  const known = lineStarts.get(source);
  if (known) return known;
  const edit = editOf(source);
  const old = edit && lineStarts.get(edit.before);
  const starts = edit && old ? linesAfter(source.text, edit, old) : [0, ...startsIn(source.text, 0)];
  lineStarts.set(source, starts);
  return starts;
}

/** Those before and after the edit are the old ones. */
function linesAfter(text: string, { before, start, rest }: Edit, old: readonly number[]): number[] {
  const head = old.slice(
    0,
    Math.max(
      1,
      longest(old.length, (n) => n === 0 || old[n - 1]! < start),
    ),
  );
  const tail = longest(
    old.length - head.length,
    (n) => n === 0 || old[old.length - n]! > before.text.length - rest,
  );
  const moved = text.length - before.text.length;
  const between = startsIn(text, head.at(-1)!, text.length - rest);
  return [...head, ...between, ...old.slice(old.length - tail).map((one) => one + moved)];
}

/** The starts after `from` up to `to`. */
function startsIn(text: string, from: number, to = text.length): number[] {
  const starts: number[] = [];
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

export function positionAt(source: Source, offset: number): Position {
  const starts = linesOf(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: Math.max(0, offset - starts[low]!) };
}

export function offsetAt(source: Source, { line, column }: Position): number {
  const starts = linesOf(source);
  const start = starts[Math.min(line, starts.length - 1)]!;
  return Math.min(start + column, source.text.length);
}

/** The last of these, which are in the order of the text, that begins at the offset or before. */
export function lastBefore<One extends { readonly at: Span }>(
  ones: readonly One[],
  offset: number,
): One | undefined {
  let low = 0;
  let high = ones.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ones[middle]!.at.start <= offset) low = middle + 1;
    else high = middle;
  }
  return ones[low - 1];
}

/** The text of one line (from 0) without its line end. */
export function lineText(source: Source, line: number): string {
  const starts = linesOf(source);
  const start = starts[line];
  if (start === undefined) return "";
  return source.text.slice(start, starts[line + 1] ?? source.text.length).replace(/[\r\n]+$/, "");
}
