import type { Format } from "../parsers/core/format.ts";
import { positionAt, type Source, sourceOf, span } from "../parsers/core/source.ts";
import { isTemplate } from "../parsers/core/templated.ts";
import type { Tree } from "../parsers/core/tree.ts";
import { aligned } from "./align.ts";
import { isFixed, type Placed, placed } from "./depth.ts";
import { applied, type Edit, edit } from "./edit.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { linesIn } from "./lines.ts";
import { saysTheSame } from "./same.ts";

export interface Options {
  /** One step: blanks or a tab. Default: the one that the file uses most, or else `otherwise`. */
  readonly indent?: string;
  /** One step where the file has none of its own. Default: 4 blanks. */
  readonly otherwise?: string;
  /** Words of consecutive lines go into columns. */
  readonly align?: boolean;
}

/** Whether this format can be laid out at all. */
export const isFormattable = (format: Format): boolean => layoutOf(format) !== undefined;

/** haproxy's missing last line end is the one mistake that a formatter mends. */
const mended = "haproxy/missing-final-newline";

/** Why a file is left as it is: "3:14: this { is never closed". undefined: it is not. */
export function refusal(tree: Tree, format: Format): string | undefined {
  if (!isFormattable(format)) return undefined;
  const mistake = tree.mistakes.find(({ rule }) => rule !== mended);
  if (mistake) {
    const { line, column } = positionAt(mistake.at.source, mistake.at.start);
    return `${line + 1}:${column + 1}: ${mistake.message}`;
  }
  const foreign = tree.statements.find(({ keyword, args }) => keyword.value === "" && args.length > 0);
  if (format.id !== "crmsh" || !foreign) return undefined;
  return `${positionAt(tree.source, foreign.at.start).line + 1}:1: this line is the shell's, not crm's`;
}

/**
 * The edits that lay out a file as it stands (`Format.parse`), in order: only white space outside words changes. None where
 * the format's syntax does not allow it, or `refusal` gives a reason.
 */
export function format(tree: Tree, format: Format, options: Options = {}): readonly Edit[] {
  const layout = layoutOf(format);
  if (!layout || refusal(tree, format) !== undefined) return [];
  const { source } = tree;
  const lines = placed(tree, layout, linesIn(tree, layout.backslash));
  const indent = indentOf(source, lines, options);
  const columns = options.align ? aligned(source, layout, lines) : undefined;
  const last = lines.findLastIndex(({ from, stop }) => from < stop);
  const edits = lines
    .slice(0, last + 1)
    .flatMap((line, i) => lineEdits(source, layout, line, indent, columns?.get(i) ?? [], i === last));
  const all = last < 0 ? [] : [...edits, ...endOfFile(source, lines, last)];
  const isOdd = isTemplate(tree) || source.text.includes("\r");
  return isOdd && !keepsAll(tree, format, all) ? [] : all;
}

/** What a template's tags leave unknown may be more than words, and CR is no blank to some daemons: such a file must then read as before. */
function keepsAll(tree: Tree, { parse }: Format, edits: readonly Edit[]): boolean {
  const { path, text } = tree.source;
  return edits.length === 0 || saysTheSame(tree, parse(sourceOf(path, applied(text, edits))), mended);
}

/** One step of indentation: as given, else as most lines of the first depth have it. */
export function indentOf(source: Source, lines: readonly Placed[], { indent, otherwise }: Options): string {
  if (indent !== undefined && /^(?: +|\t+)$/.test(indent)) return indent;
  const counts = new Map<string, number>();
  for (const { depth, comment, start, from } of lines) {
    if (depth !== 1 || comment) continue;
    const written = source.text.slice(start, from);
    counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] || otherwise || "    ";
}

/** The edits of one line, or none where the daemon would no longer read it as one. */
function lineEdits(
  source: Source,
  { longest = Number.POSITIVE_INFINITY }: Layout,
  { start, from, to, stop, depth, tailKept }: Placed,
  indent: string,
  columns: readonly Edit[],
  last: boolean,
): readonly Edit[] {
  const { text } = source;
  const edits = [
    ...(depth === undefined ? [] : edit(source, start, from, indent.repeat(depth))),
    ...columns,
    ...(tailKept || last || isFixed(text, from) ? [] : edit(source, to, stop, "")),
  ];
  if (edits.length === 0 || longest === Number.POSITIVE_INFINITY) return edits;
  const local = edits.map(({ at, text: put }) => ({
    at: span(source, at.start - start, at.end - start),
    text: put,
  }));
  const now = text.slice(start, stop);
  return bytes(now) < longest && bytes(applied(now, local)) < longest ? edits : [];
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** One line end behind the last line, and nothing else. */
function endOfFile(source: Source, lines: readonly Placed[], last: number): readonly Edit[] {
  const { text } = source;
  if (lines.slice(last).some(({ tailKept }) => tailKept) || isFixed(text, lines[last]!.from)) return [];
  const ends = /\r?\n/.exec(text.slice(lines[last]!.stop))?.[0] ?? /\r?\n/.exec(text)?.[0] ?? "\n";
  return edit(source, lines[last]!.to, text.length, ends);
}
