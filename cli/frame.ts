import { lineText, positionAt, type Span } from "../parsers/core/source.ts";
import { mask, secretsOfLine } from "../rules/secrets.ts";
import type { Stretch } from "../rules/secretValues.ts";
import { textWidth, visible } from "./plain.ts";

/** One line of a file as a terminal may show it, with the columns that a range takes there. */
export interface Frame {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly column: number;
  readonly text: string;
  /** Blank columns before the mark. */
  readonly before: number;
  /** Columns of the mark, at least 1. */
  readonly width: number;
}

const tabWidth = 4;
/** Columns of a line that are shown; a longer one is cut around its range. */
const defaultColumns = 120;

/** The line at which the range starts: control characters made visible, secrets masked, tabs as blanks. */
export function frameOf(at: Span, columns = defaultColumns): Frame {
  const { line, column } = positionAt(at.source, at.start);
  const raw = lineText(at.source, line);
  const end = Math.max(column, Math.min(raw.length, column + at.end - at.start));
  const cells = cellsOf(raw, secretsOfLine(at.source, line));
  const width = (from: number, to: number): number => textWidth(cells.slice(from, to).join(""));
  const [from, to] = windowOf(cells, column, end, columns);
  const cutLeft = from > 0 ? "…" : "";
  const cutRight = to < cells.length ? "…" : "";
  return {
    line: line + 1,
    column: column + 1,
    text: (cutLeft + cells.slice(from, to).join("") + cutRight).trimEnd(),
    before: cutLeft.length + width(from, column),
    width: Math.max(1, width(column, Math.min(end, to))),
  };
}

/** What is shown for each UTF-16 unit of the line: "" for those that belong to the one before. */
function cellsOf(line: string, secrets: readonly Stretch[]): string[] {
  const cells: string[] = [];
  for (const char of line) {
    cells.push(char === "\t" ? " ".repeat(tabWidth) : visible(char));
    if (char.length === 2) cells.push("");
  }
  for (const { start, end } of secrets) {
    cells.fill("", start, end);
    cells[start] = mask;
  }
  return cells;
}

/** The part of a long line that is shown: the range, a third of the room before it. */
function windowOf(cells: readonly string[], start: number, end: number, columns: number): [number, number] {
  const room = Math.max(20, columns - 2);
  if (cells.length <= room && textWidth(cells.join("")) <= room) return [0, cells.length];
  let from = start;
  for (let left = Math.floor(room / 3); from > 0 && left > 0; from--) left -= textWidth(cells[from - 1]!);
  let to = from;
  for (let left = room; to < cells.length && left > 0; to++) left -= textWidth(cells[to]!);
  return [from, Math.max(to, Math.min(end, from + 1))];
}
