import { lineText, positionAt, type Span } from "../../parsers/core/source.ts";

/** A range as most formats want it: lines and columns from 1, the end excluded, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf({ source, start, end }: Span): Place {
  const from = positionAt(source, start);
  const to = positionAt(source, Math.max(start, end));
  return {
    line: from.line + 1,
    column: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
  };
}

/** The same with columns in bytes of UTF-8. */
export function bytePlaceOf(at: Span): Place {
  const { line, column, endLine, endColumn } = placeOf(at);
  const bytes = (line: number, column: number): number =>
    Buffer.byteLength(lineText(at.source, line - 1).slice(0, column - 1)) + 1;
  return { line, column: bytes(line, column), endLine, endColumn: bytes(endLine, endColumn) };
}
