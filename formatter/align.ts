import type { Source } from "../parsers/core/source.ts";
import type { Placed } from "./depth.ts";
import { type Edit, edit } from "./edit.ts";
import type { Gap, Layout } from "./layout.ts";

/** A line whose words go into columns. */
interface Row {
  readonly line: number;
  readonly depth: number;
  readonly from: number;
  readonly gaps: readonly Gap[];
}

/** The words of consecutive lines of one depth put into columns; edits by the number of their line. */
export function aligned(
  source: Source,
  layout: Layout,
  lines: readonly Placed[],
): ReadonlyMap<number, readonly Edit[]> {
  const rows = lines.flatMap((line, i) => rowOf(line, i, layout, source.text));
  return new Map(groupsOf(rows).flatMap((group) => inColumns(source, group)));
}

function rowOf(
  { statement, depth, from, stop }: Placed,
  line: number,
  { gaps: gapsOf }: Layout,
  text: string,
): Row[] {
  if (!statement || depth === undefined || statement.block || statement.at.end > stop) return [];
  const gaps = gapsOf(statement, text);
  return gaps.length > 0 ? [{ line, depth, from, gaps }] : [];
}

function groupsOf(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.line + 1 === row.line && last.depth === row.depth) groups.at(-1)!.push(row);
    else groups.push([row]);
  }
  return groups;
}

function inColumns(source: Source, group: readonly Row[]): [number, Edit[]][] {
  const widths: number[] = [];
  const cells = group.map(({ from, gaps }) =>
    gaps.map(({ start }, i) => start - (i === 0 ? from : gaps[i - 1]!.end)),
  );
  for (const row of cells)
    for (const [i, width] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width);
  return group.map(({ line, gaps }, n) => [
    line,
    gaps.flatMap(({ start, end }, i) => edit(source, start, end, " ".repeat(widths[i]! - cells[n]![i]! + 1))),
  ]);
}
