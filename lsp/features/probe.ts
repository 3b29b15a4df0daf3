import type { ReadContext } from "../../parsers/core/format.ts";
import { lineText, positionAt, type Source, type Span, sourceOf, span } from "../../parsers/core/source.ts";
import { sourcesIn, type Word } from "../../parsers/core/tree.ts";
import type { Document } from "../../rules/rule.ts";
import { type Visit, visitsOf } from "../../rules/schema/visits.ts";
import type { At } from "../client.ts";
import { covers, type Home } from "../view.ts";

/** Where a word typed at the cursor would stand: the format's own parser is asked, with such a word put there. */
export interface Probe {
  /** The file with the probe in it: its offsets from the cursor on are not those of the editor. */
  readonly document: Document;
  readonly visit: Visit;
  /** The word that the cursor is in, with the probe in the middle. */
  readonly word: Word;
  /** -1 for the keyword, 0 for the first argument. */
  readonly index: number;
  /** What a completion replaces in the editor's text: the word without its quotes. */
  readonly replaces: Span;
  /** The text of `replaces` before the cursor. */
  readonly typed: string;
  /** What must follow the word for the format to read it as a keyword: corosync's colon. */
  readonly ends: string;
}

/** A word that no schema knows, of letters alone, which every lexer takes. */
const inserted = "halintCursor";

/** What may make a keyword of a lone word; tried in this order where the word alone is none. */
const endings = ["", ": 0", "=0", " {\n}", ":"];

/** Whether a place of a probed file holds the probe. */
export const holdsProbe = ({ source, start, end }: Span, at: Source, offset: number): boolean =>
  source === at && start <= offset && end >= offset + inserted.length;

/** A place of the probed file in the editor's text. */
export const unprobed = ({ source, start, end }: Span): Span => span(source, start, end - inserted.length);

/** Undefined in comments, in template tags and in blocks that the schema does not know. */
export function probe({ document, node }: Home, { source, offset }: At): Probe | undefined {
  if (document.tree.comments.some(({ at }) => covers(at, source, offset) && at.start < offset))
    return undefined;
  const { format } = document;
  const schema = { ...format.schema, root: placeOf(document, source) };
  const context: ReadContext = { include: () => undefined, ...(node.name ? { nodeName: node.name } : {}) };
  for (const ending of lineEnds(source, offset) ? endings : [""]) {
    const text = source.text.slice(0, offset) + inserted + ending + source.text.slice(offset);
    const probed = sourceOf(source.path, text);
    for (const read of format.read ? [format.read, format.parse] : [format.parse]) {
      const tree = read(probed, context);
      const found = find({ ...document, format: { ...format, schema }, tree }, probed, offset);
      if (found?.word.hole) return undefined;
      if (found) return { ...found, ...half(source, found.word, offset), ends: /^[ :=]*/.exec(ending)![0] };
    }
  }
  return undefined;
}

/** Whether nothing stands behind the cursor in its line. */
function lineEnds(source: Source, offset: number): boolean {
  const { line, column } = positionAt(source, offset);
  return lineText(source, line).slice(column).trim() === "";
}

/** The place in which a file's outermost statements stand: for an included file the place of the include. */
function placeOf(document: Document, source: Source): string {
  const { root } = document.format.schema;
  if (document.tree.source === source || !sourcesIn(document.tree).has(source)) return root;
  const first = visitsOf(document).find(({ statement }) => statement.at.source === source);
  return first?.place ?? root;
}

function find(
  document: Document,
  source: Source,
  offset: number,
): Pick<Probe, "document" | "visit" | "word" | "index"> | undefined {
  const holds = ({ at }: Word): boolean => holdsProbe(at, source, offset);
  for (const visit of [...visitsOf(document)].reverse()) {
    const { keyword, args } = visit.statement;
    const index = holds(keyword) ? -1 : args.findIndex(holds);
    const word = index < 0 ? keyword : args[index]!;
    if (holds(word)) return { document, visit, word, index };
  }
  return undefined;
}

/** The word as the editor's text has it, never more than the cursor's line of it. */
function half(source: Source, { at, quote }: Word, offset: number): Pick<Probe, "replaces" | "typed"> {
  const { line, column } = positionAt(source, offset);
  const first = offset - column;
  const last = first + lineText(source, line).length;
  const wordEnd = Math.min(Math.max(offset, at.end - inserted.length), Math.max(offset, last));
  const end = quote && wordEnd > offset && source.text[wordEnd - 1] === quote ? wordEnd - 1 : wordEnd;
  const opener = quote || source.text[at.start] === "<" ? 1 : 0;
  const start = Math.max(first, Math.min(offset, at.start + opener));
  return { replaces: span(source, start, end), typed: source.text.slice(start, offset) };
}
