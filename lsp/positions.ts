import type { Position, Range } from "vscode-languageserver-types";
import { linesOf, offsetAt, positionAt, type Source, type Span } from "../parsers/core/source.ts";

/** How the client counts characters in a line. */
export type Encoding = "utf-8" | "utf-16";

const bytes = new TextEncoder();

/** The text of a line before an offset, which the encoding measures. */
const before = (source: Source, line: number, offset: number): string =>
  source.text.slice(linesOf(source)[line]!, offset);

/** No position lies between CR and LF (LSP, "Position"): it is the end of their line. */
const outsideLineEnd = ({ text }: Source, offset: number): number =>
  text[offset] === "\n" && text[offset - 1] === "\r" ? offset - 1 : offset;

export function toPosition(source: Source, given: number, encoding: Encoding): Position {
  const offset = outsideLineEnd(source, given);
  const { line, column } = positionAt(source, offset);
  return {
    line,
    character: encoding === "utf-16" ? column : bytes.encode(before(source, line, offset)).length,
  };
}

/** Positions behind the end of a line or of the text are its end (LSP, "Position"). */
export function toOffset(source: Source, { line, character }: Position, encoding: Encoding): number {
  const starts = linesOf(source);
  if (line >= starts.length) return source.text.length;
  const start = starts[Math.max(0, line)]!;
  const end = starts[line + 1] ?? source.text.length;
  const text = source.text.slice(start, end).replace(/[\r\n]+$/, "");
  if (encoding === "utf-16")
    return offsetAt(source, { line, column: Math.min(Math.max(0, character), text.length) });
  let left = character;
  let column = 0;
  for (const letter of text) {
    left -= bytes.encode(letter).length;
    if (left < 0) break;
    column += letter.length;
  }
  return start + column;
}

/** The lines of which a range holds something, first and last: a range that ends before the first letter of a line leaves that line. */
export const linesOfRange = ({ start, end }: Range): { readonly first: number; readonly last: number } => ({
  first: start.line,
  last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line,
});

export const toRange = ({ source, start, end }: Span, encoding: Encoding): Range => ({
  start: toPosition(source, start, encoding),
  end: toPosition(source, end, encoding),
});
