import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { lineText, positionAt, type Source, type Span } from "../../parsers/core/source.ts";
import { type Comment, type Statement, walk } from "../../parsers/core/tree.ts";
import type { Client } from "../client.ts";
import type { View } from "../view.ts";
import { writtenOf } from "./written.ts";

/** Blocks, sections and statements of several lines, and runs of comment lines. A closing brace stays in sight. */
export function foldingRanges(view: View, _client: Client, source: Source): FoldingRange[] {
  const tree = writtenOf(view, source)?.tree;
  if (!tree) return [];
  const widest = new Map<number, FoldingRange>();
  for (const range of [...[...walk(tree.statements)].flatMap(statementFold), ...commentFolds(tree.comments)])
    if (range.endLine > (widest.get(range.startLine)?.endLine ?? range.startLine))
      widest.set(range.startLine, range);
  return [...widest.values()].sort((a, b) => a.startLine - b.startLine);
}

const lineOf = (source: Source, offset: number): number => positionAt(source, offset).line;

/** The line on which the last letter of the span stands. */
const lastLine = ({ source, start, end }: Span): number =>
  lineOf(source, Math.max(start, start + source.text.slice(start, end).trimEnd().length - 1));

function statementFold({ at, keyword, block }: Statement): FoldingRange[] {
  const startLine = lineOf(at.source, keyword.at.start);
  const last = lastLine(at);
  const endLine = block?.close && opensLine(block.close) ? last - 1 : last;
  return endLine > startLine ? [{ startLine, endLine }] : [];
}

/** Nothing stands before it on its line. */
const opensLine = ({ source, start }: Span): boolean => {
  const { line, column } = positionAt(source, start);
  return lineText(source, line).slice(0, column).trim() === "";
};

/** Comments that have their lines to themselves, each run of them as one. */
function commentFolds(comments: readonly Comment[]): FoldingRange[] {
  const runs: { startLine: number; endLine: number }[] = [];
  for (const { at } of comments.filter((comment) => opensLine(comment.at))) {
    const startLine = lineOf(at.source, at.start);
    const run = runs.at(-1);
    if (run && startLine <= run.endLine + 1) run.endLine = Math.max(run.endLine, lastLine(at));
    else runs.push({ startLine, endLine: lastLine(at) });
  }
  return runs
    .filter((run) => run.endLine > run.startLine)
    .map((run) => ({ ...run, kind: FoldingRangeKind.Comment }));
}
