/** One file's text and the name it is shown under. Offsets are UTF-16 code units from 0, as in LSP and JavaScript. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A range of one file: `start` is the first offset, `end` the one after the last. The only kind of position in halint. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Line and column, both from 0, column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const sourceOf = (path: string, text: string): Source => ({ path, text });

export const span = (source: Source, start: number, end: number): Span => ({ source, start, end });

/** The smallest span that covers both; both must be of one file, else the first is given. */
export const cover = (a: Span, b: Span): Span =>
  a.source === b.source ? span(a.source, Math.min(a.start, b.start), Math.max(a.end, b.end)) : a;

export const textOf = (at: Span): string => at.source.text.slice(at.start, at.end);

const lineStarts = new WeakMap<Source, readonly number[]>();

/** Offsets at which the lines of a file begin; LF, CRLF and a lone CR end a line. */
export function linesOf(source: Source): readonly number[] {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [0];
  const { text } = source;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  lineStarts.set(source, starts);
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

/** The text of one line (from 0) without its line end. */
export function lineText(source: Source, line: number): string {
  const starts = linesOf(source);
  const start = starts[line];
  if (start === undefined) return "";
  return source.text.slice(start, starts[line + 1] ?? source.text.length).replace(/[\r\n]+$/, "");
}
