import type { IToken } from "chevrotain";
import type { ReadContext } from "../core/format.ts";
import { type Source, type Span, sourceOf, span } from "../core/source.ts";
import type { Comment, Mistake } from "../core/tree.ts";
import { type Conditions, configId } from "./ids.ts";
import { includeCycle, includeMissing } from "./includes.ts";
import { type Refused, repeated } from "./sequence.ts";
import { endOf, isHole, lex, lineEnd, placed } from "./tokens.ts";

/** One character that the daemon sees, with the place in the file that it comes from. */
interface Cell {
  readonly char: string;
  readonly start: number;
  readonly end: number;
}
type Line = readonly Cell[];

/** What the daemon would read. Bounded, so that no definition or include that leads to itself can hang it. */
interface Reading {
  readonly context: ReadContext;
  readonly root: Source;
  readonly tokens: IToken[];
  readonly comments: Comment[];
  readonly mistakes: Mistake[];
  /** The lines of each definition: one, or more where it was continued. */
  readonly definitions: Map<string, readonly string[]>;
  /** A definition that goes on in the next line. */
  continued?: { readonly name: string; readonly lines: string[] } | undefined;
  /** The config-id that `@id` lines are compared with, all that they name, and those that are left out. */
  id?: string | undefined;
  readonly ids: Set<string>;
  readonly skipped: Span[];
  lines: number;
  readonly open: Source[];
}

const mostLines = 10_000;
const deepestInclude = 30;
const longestLine = 10_000;
const mostReferences = 200;

/** Reads a file and all it includes; variables, sequences and conditions are gone from the tokens. */
export function expanded(
  root: Source,
  context: ReadContext,
): Pick<Reading, "tokens" | "comments" | "mistakes"> & Conditions {
  const reading: Reading = {
    context,
    root,
    tokens: [],
    comments: [],
    mistakes: [],
    definitions: new Map(),
    ids: new Set(),
    skipped: [],
    lines: 0,
    open: [],
  };
  readSource(reading, root);
  return reading;
}

function readSource(reading: Reading, source: Source): void {
  const { tokens, comments } = lex(source);
  reading.comments.push(...comments);
  reading.open.push(source);
  reading.id ??= reading.context.configId ?? configId(source, reading.context.nodeName);
  let next = 0;
  let start = 0;
  while (start < source.text.length || next < tokens.length) {
    const newline = source.text.indexOf("\n", start);
    const end = newline < 0 ? source.text.length : newline;
    const text = source.text.slice(start, end);
    const first = next;
    while (next < tokens.length && tokens[next]!.startOffset <= end) next++;
    if (!reading.continued && !/[$~]|^[ \t]*(?:@|include)/.test(text))
      for (const token of tokens.slice(first, next)) reading.tokens.push(asItStands(reading, token, source));
    else {
      readLine(reading, cellsOf(text, start), source, 0);
      reading.tokens.push(asItStands(reading, lineEnd(end), source));
    }
    start = end + 1;
  }
  reading.open.pop();
}

/** Only tokens of other files than the root, and holes, need to be told where they stand. */
const asItStands = ({ root }: Reading, token: IToken, source: Source): IToken => {
  const hole = isHole(token);
  return hole || source !== root ? placed(token, span(source, token.startOffset, endOf(token)), hole) : token;
};

const cellsOf = (text: string, start: number): Line =>
  Array.from({ length: text.length }, (_, i) => ({ char: text[i]!, start: start + i, end: start + i + 1 }));

const textOfLine = (line: Line): string => line.map(({ char }) => char).join("");

/** A line without its comment and the blanks around it. */
function trimmed(line: Line): Line {
  const text = textOfLine(line);
  const code = /^(?:"[^"]*"|\\\\|\\(?![!#])|[^"!#\\])*/.exec(text)![0];
  const kept = text[code.length] === '"' ? text : code;
  const from = kept.length - kept.trimStart().length;
  return line.slice(from, Math.max(from, kept.trimEnd().length));
}

function readLine(reading: Reading, whole: Line, source: Source, depth: number): void {
  if (++reading.lines > mostLines * 10 || depth > 50) return;
  const line = trimmed(whole);
  const text = textOfLine(line);
  const condition = /^@(\^?)([^\s]*)(?:\s+|$)/.exec(text);
  const include = /^(include[rmwba]?)[ \t]+(.+)$/.exec(text);
  const definition = /^\$([A-Za-z_]\w*)=[ \t]*(.*)$/.exec(text);
  if (reading.continued) continueDefinition(reading, whole);
  else if (condition) {
    const [all, not, id] = condition;
    if (id) reading.ids.add(id);
    if (id && (id === reading.id) !== (not === "^"))
      readLine(reading, line.slice(all.length), source, depth + 1);
    else if (id) reading.skipped.push(span(source, line[0]!.start, line.at(-1)!.end));
  } else if (include) readInclude(reading, include[1]!, include[2]!, line, source);
  else if (definition) define(reading, definition[1]!, definition[2]!);
  else readPlain(reading, line, source, depth);
}

const sequenceRefused = (text: string, { end, why }: Refused, line: Line, source: Source): Mistake => ({
  kind: "mistake",
  rule: "keepalived/sequence-refused",
  message: `${text.slice(0, end)} is dropped with its line: ${why}`,
  at: span(source, line[0]!.start, line[end - 1]!.end),
});

/** A line that is to be read by itself: once for each value of a sequence before it, its variables replaced. */
function readPlain(reading: Reading, line: Line, source: Source, depth: number): void {
  const text = textOfLine(line);
  if (text.startsWith("~")) {
    const copies = repeated(text, (name) => reading.definitions.get(name)?.[0]);
    if (copies && "why" in copies) {
      reading.mistakes.push(sequenceRefused(text, copies, line, source));
      return;
    }
    if (copies) {
      const rest = line.slice(copies.rest);
      for (const values of copies.values) {
        if (reading.lines > mostLines) return;
        for (const [name, value] of values) reading.definitions.set(name, [value]);
        readLine(reading, rest, source, depth + 1);
        reading.tokens.push(asItStands(reading, lineEnd(line[0]!.start), source));
      }
      return;
    }
  }
  const { first, others } = substituted(reading, line);
  const again = first !== line && /^\s*(?:[@~]|\$[A-Za-z_]\w*=)/.test(textOfLine(first));
  if (again) readLine(reading, first, source, depth + 1);
  else emit(reading, first, source);
  for (const one of others) {
    reading.tokens.push(asItStands(reading, lineEnd(one[0]!.start), source));
    readLine(reading, one, source, depth + 1);
  }
}

function emit(reading: Reading, line: Line, source: Source): void {
  for (const token of lex(sourceOf("", textOfLine(line))).tokens) {
    const at = span(source, line[token.startOffset]!.start, line[endOf(token) - 1]!.end);
    reading.tokens.push(placed(token, at, isHole(token)));
  }
}

function define(reading: Reading, name: string, value: string): void {
  if (value.endsWith("\\")) reading.continued = { name, lines: kept(value.slice(0, -1)) };
  else reading.definitions.set(name, [value]);
}

/** A line goes on where a backslash ends it, before or after its comment is taken off. */
function continueDefinition(reading: Reading, line: Line): void {
  const { name, lines } = reading.continued!;
  const code = textOfLine(trimmed(line));
  const text = code.endsWith("\\") ? code : textOfLine(line).trim();
  const more = text.endsWith("\\");
  lines.push(...kept(more ? text.slice(0, -1) : text));
  if (more && lines.length < mostLines) return;
  reading.definitions.set(name, lines);
  reading.continued = undefined;
}

const kept = (text: string): string[] => (text.trim() ? [text.trim()] : []);

const reference = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*)(?=[ \t,)]|$))/g;
const characters: Readonly<Record<string, readonly string[]>> = { _HASH: ["#"], _BANG: ["!"] };

/** The line with its variables replaced, and the lines that follow where definitions of several lines end it. */
function substituted(
  reading: Reading,
  line: Line,
): { readonly first: Line; readonly others: readonly Line[] } {
  let from = 0;
  let first = line;
  let others: readonly Line[] = [];
  for (let count = 0; count < mostReferences && first.length < longestLine; count++) {
    reference.lastIndex = from;
    const match = reference.exec(textOfLine(first));
    if (!match) break;
    const name = (match[1] ?? match[2])!;
    const value = characters[name] ?? reading.definitions.get(name);
    const end = match.index + match[0].length;
    if (!value || (value.length > 1 && end < first.length)) {
      from = end;
      continue;
    }
    const place = { start: first[match.index]!.start, end: first[end - 1]!.end };
    const cells = (text: string): Line => Array.from(text, (char) => ({ char, ...place }));
    first = [...first.slice(0, match.index), ...cells(value[0] ?? ""), ...first.slice(end)];
    others = [...value.slice(1).map(cells), ...others];
    from = match.index;
  }
  return { first, others };
}

function readInclude(reading: Reading, keyword: string, written: string, line: Line, source: Source): void {
  const pattern = textOfLine(substituted(reading, line.slice(-written.length)).first);
  const at: Span = span(source, line.at(-written.length)!.start, line.at(-1)!.end);
  const files = pattern.includes("$") ? undefined : reading.context.include(pattern, source);
  if (!files) return;
  if (files.length === 0) reading.mistakes.push(includeMissing(keyword, pattern, at));
  const cycle = files.find((file) => reading.open.some(({ path }) => path === file.path));
  if (cycle) reading.mistakes.push(includeCycle(keyword, pattern, cycle, at));
  if (reading.open.length > deepestInclude) return;
  for (const file of files)
    if (!reading.open.some(({ path }) => path === file.path) && ++reading.lines < mostLines)
      readSource(reading, file);
}
