import { lineText, positionAt, textOf } from "../../parsers/core/source.ts";
import { type Statement, type Tree, walk } from "../../parsers/core/tree.ts";
import type { Edit, Finding } from "../../rules/rule.ts";

/** The parts of a file after the edits that they mended: whole statements, with their blocks. */
export interface Mended {
  readonly path: string;
  readonly ranges: readonly Range[];
}

/** `treeOf`: of a file after the edits. */
export const mendedBy = (edits: readonly Edit[], treeOf: (path: string) => Tree | undefined): Mended[] =>
  [...new Set(edits.map(({ at }) => at.source.path))].map((path) => {
    const tree = treeOf(path);
    const written = writtenBy(edits.filter(({ at }) => at.source.path === path));
    return { path, ranges: tree ? mendedIn(tree, written) : [] };
  });

/** The finding is about the very statement that was mended, or names it as a related place. */
export const isAbout = ({ at, related }: Finding, mended: readonly Mended[]): boolean =>
  [at, ...related.map((one) => one.at)].some((place) =>
    mended.some(({ path, ranges }) => place.source.path === path && ranges.some((one) => meets(one, place))),
  );

/** The text without the parts. */
export const without = (text: string, ranges: readonly Range[]): string =>
  text
    .split("")
    .filter((letter, i) => letter === "\n" || !ranges.some(({ start, end }) => start <= i && i < end))
    .join("");

interface Range {
  readonly start: number;
  readonly end: number;
}

const meets = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;

/** Where the words of the edits stand in the text after; of whole lines taken out nothing stands there. */
function writtenBy(edits: readonly Edit[]): Range[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.at.start - b.at.start)
    .flatMap(({ at, text }) => {
      const start = at.start + shift;
      shift += text.length - (at.end - at.start);
      return text === "" && textOf(at).includes("\n") ? [] : [{ start, end: start + text.length }];
    });
}

/** The statements whose own words the edits touch, with their blocks; where none is touched, what stands on the same line. */
function mendedIn(tree: Tree, written: readonly Range[]): Range[] {
  const statements = [...walk(tree.statements)].filter(({ at }) => at.source === tree.source);
  return written.flatMap((place) => {
    const touched = statements.filter((one) => meets(wordsOf(one), place));
    return touched.length > 0 ? touched.map(({ at }) => at) : [lineAt(tree, place.start)];
  });
}

const wordsOf = ({ at, block }: Statement): Range => ({
  start: at.start,
  end: block && block.open.start > at.start ? block.open.start : at.end,
});

function lineAt({ source }: Tree, offset: number): Range {
  const { line, column } = positionAt(source, offset);
  const start = offset - column;
  return { start, end: start + lineText(source, line).length };
}
