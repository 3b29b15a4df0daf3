import type { Format } from "../parsers/core/format.ts";
import { positionAt } from "../parsers/core/source.ts";
import type { Statement, Tree } from "../parsers/core/tree.ts";
import { type Placed, placed } from "./depth.ts";
import { type Edit, edit } from "./edit.ts";
import { format as formatAll, indentOf, type Options } from "./format.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { linesIn } from "./lines.ts";

/** The edits of the lines `first` to `last`, both from 0 and included. */
export function formatRange(
  tree: Tree,
  format: Format,
  { first, last }: { readonly first: number; readonly last: number },
  options: Options = {},
): readonly Edit[] {
  const { source } = tree;
  return formatAll(tree, format, options).filter(
    ({ at }) => positionAt(source, at.start).line >= first && positionAt(source, at.end).line <= last,
  );
}

/**
 * The indent of the line at an offset, as it should be behind a `}` or a line end that has just been typed. The file may be
 * unfinished: mistakes of its grammar do not matter here.
 */
export function formatOnType(
  tree: Tree,
  format: Format,
  offset: number,
  options: Options = {},
): readonly Edit[] {
  const layout = layoutOf(format);
  if (!layout) return [];
  const { source } = tree;
  const lines = placed(tree, layout, linesIn(tree, layout.backslash));
  const number = lines.findLastIndex(({ start }) => start <= offset);
  const line = lines[number];
  if (!line || (line.headKept && !(layout.backslash === "joins" && line.continued))) return [];
  const depth = line.from < line.stop ? line.depth : emptyDepth(tree, layout, lines, number, offset);
  if (depth === undefined) return [];
  return edit(source, line.start, line.from, indentOf(source, lines, options).repeat(depth));
}

/** How deep what will be typed on an empty line belongs. */
function emptyDepth(
  { statements }: Tree,
  layout: Layout,
  lines: readonly Placed[],
  number: number,
  offset: number,
): number | undefined {
  if (layout.nests === "braces") return blocksAround(statements, offset);
  if (layout.nests === "nothing") return lines[number]!.continued ? layout.body : 0;
  const above = lines.slice(0, number);
  const before = layout.emptyLineEnds ? above.at(-1) : above.findLast(({ from, stop }) => from < stop);
  if (!before || before.from === before.stop) return 0;
  return before.statement?.block ? layout.body : before.depth;
}

/** How many braces are open at an offset; one that is never closed reaches to the end. */
function blocksAround(statements: readonly Statement[], offset: number): number {
  const around = statements.findLast(
    ({ block }) => block && block.open.start < offset && !(block.close && block.close.start < offset),
  );
  return around ? 1 + blocksAround(around.block!.statements, offset) : 0;
}
