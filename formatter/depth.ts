import type { Statement, Tree } from "../parsers/core/tree.ts";
import type { Layout } from "./layout.ts";
import { type Line, wordsOf } from "./lines.ts";

/** What begins at an offset, and how deep it belongs. */
interface Place {
  readonly depth: number;
  /** It is the beginning of this statement. */
  readonly statement?: Statement;
  /** It is a closing brace. */
  readonly closes?: true;
}

/** A line with its place among the blocks. */
export interface Placed extends Line {
  /** Steps from the margin; undefined: the line stays where it is. */
  readonly depth: number | undefined;
  /** The statement that begins the line. */
  readonly statement?: Statement;
  readonly comment?: true;
}

/** How deep each line belongs. */
export function placed(tree: Tree, layout: Layout, lines: readonly Line[]): Placed[] {
  const places = placesOf(tree.statements, layout);
  const comments = new Set(tree.comments.map(({ at }) => at.start));
  const { text } = tree.source;
  const result: Placed[] = new Array(lines.length);
  const below = sectionsBefore(lines, places);
  let next: Place | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    const place = places.get(line.from);
    if (line.headKept || line.from === line.stop || isFixed(text, line.from)) {
      result[i] = { ...line, depth: undefined };
    } else if (comments.has(line.from)) {
      const depth = layout.marginComments ? undefined : commentDepth(line, next, below[i]!, layout);
      result[i] = { ...line, depth, comment: true };
    } else if (line.continued && layout.backslash === "joins") {
      result[i] = { ...line, depth: layout.body };
    } else {
      const { statement } = place ?? {};
      result[i] = { ...line, depth: place?.depth, ...(statement ? { statement } : {}) };
      next = place ?? next;
    }
  }
  return result;
}

/** What a template engine writes here may be of any shape; and a byte order mark counts at the beginning of a file. */
export const isFixed = (text: string, at: number): boolean =>
  /^(?:\{[%#{]|<%|\ufeff)/.test(text.slice(at, at + 2));

/** As deep as what follows. Behind the last line of a section, whose end nothing marks, an indented comment belongs to it. */
function commentDepth(line: Line, next: Place | undefined, below: boolean, layout: Layout): number {
  if (next?.closes) return next.depth + 1;
  const depth = next?.depth ?? 0;
  if (layout.nests === "headers" && depth === 0 && below && line.from > line.start) return layout.body;
  return depth;
}

/** For each line: whether a section is open before it. */
function sectionsBefore(lines: readonly Line[], places: ReadonlyMap<number, Place>): boolean[] {
  let open = false;
  return lines.map(({ from }) => {
    const before = open;
    const place = places.get(from);
    if (place) open = place.depth > 0 || place.statement?.block !== undefined;
    return before;
  });
}

/** The depth of whatever may begin a line, by its offset. */
function placesOf(statements: readonly Statement[], layout: Layout): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  const put = (offset: number, place: Place): void => {
    if (!places.has(offset)) places.set(offset, place);
  };
  const visit = (statement: Statement, depth: number): void => {
    const { at, block, keyword } = statement;
    // haproxy's .if and its like stand where the author put them.
    if (layout.nests === "headers" && keyword.value.startsWith(".")) return;
    put(at.start, { depth, statement });
    if (layout.nests === "nothing") return;
    for (const word of wordsOf(statement)) put(word.at.start, { depth: depth + 1 });
    if (!block) return;
    put(block.open.start, { depth });
    if (block.close) put(block.close.start, { depth, closes: true });
    for (const inner of block.statements) visit(inner, depth + layout.body);
  };
  for (const statement of statements) visit(statement, 0);
  return places;
}
