import type { SemanticTokens, SemanticTokensEdit } from "vscode-languageserver-types";
import { knownIn } from "../../parsers/core/schema.ts";
import { linesOf, positionAt, type Source, type Span, span, textOf } from "../../parsers/core/source.ts";
import { type Statement, type Word, walk } from "../../parsers/core/tree.ts";
import type { Document, Targets } from "../../rules/rule.ts";
import { agedOf, type Visit, visitsOf } from "../../rules/schema/visits.ts";
import type { Client } from "../client.ts";
import { toPosition } from "../positions.ts";
import { homesOf, type View } from "../view.ts";
import { type TokenModifier, type TokenType, tokenModifiers, tokenTypes } from "./legend.ts";
import { writtenOf } from "./written.ts";

/** A word as what it is; several lines long where it is written so. */
interface Token {
  readonly at: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The words and comments of a file, or of `within`, five numbers each as the LSP encodes them. */
export const semanticTokens = (
  view: View,
  client: Client,
  source: Source,
  within: Span = span(source, 0, source.text.length),
): SemanticTokens => ({
  data: encoded(
    client,
    tokensOf(view, source).filter(({ at }) => at.start < within.end && at.end > within.start),
  ),
});

/** What turns the numbers sent before into those of now: at most one edit. */
export function deltaOf(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same++;
  const deleteCount = before.length - start - same;
  const data = after.slice(start, after.length - same);
  return deleteCount + data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** In the order of the text, none over another. What a document that includes the file knows of a word goes before the file alone. */
function tokensOf(view: View, source: Source): Token[] {
  const written = writtenOf(view, source);
  if (!written) return [];
  const found = new Map<number, Token>();
  const add = (token: Token): void => {
    const { at } = token;
    if (at.source === source && at.end > at.start && !found.has(at.start)) found.set(at.start, token);
  };
  const isNew = ({ at, keyword }: Statement): boolean => at.source === source && !found.has(keyword.at.start);
  for (const { at } of written.tree.comments) add({ at, type: "comment", modifiers: [] });
  for (const document of [...homesOf(view, source).map((home) => home.document), written]) {
    const old = deprecatedIn(document, view.workspace.targets);
    for (const visit of visitsOf(document)) if (isNew(visit.statement)) visitTokens(visit, old).forEach(add);
  }
  for (const statement of walk(written.tree.statements))
    if (isNew(statement)) unplacedTokens(statement).forEach(add);
  let end = 0;
  return [...found.values()]
    .sort((a, b) => a.at.start - b.at.start)
    .filter(({ at }) => {
      const free = at.start >= end;
      if (free) end = at.end;
      return free;
    });
}

/** The words that the target's version, or without a target the newest, advises against. */
function deprecatedIn(document: Document, targets: Targets): ReadonlySet<Word> {
  const { daemon, supported } = document.format.schema;
  const version = targets[daemon] ?? supported.max;
  return new Set(
    agedOf(document).flatMap(({ word, def }) => {
      const { deprecated } = def;
      const since = deprecated && { ...(deprecated.since ? { since: deprecated.since } : {}) };
      return since && knownIn(since, version) ? [word] : [];
    }),
  );
}

function visitTokens({ statement, def, placeDef, slots }: Visit, old: ReadonlySet<Word>): Token[] {
  const token = (word: Word, type: TokenType, ...modifiers: TokenModifier[]): Token => ({
    at: word.at,
    type,
    modifiers: old.has(word) ? [...modifiers, "deprecated"] : modifiers,
  });
  const { prefix, keyword, args, block } = statement;
  const isEntry = def !== undefined && def === placeDef.entry;
  const tokens = prefix ? [token(prefix, "keyword")] : [];
  for (const { word, arg } of slots?.slots ?? []) {
    if (isUnknown(word)) continue;
    if (arg.defines) tokens.push(token(word, "class", "definition"));
    else if (arg.refers) tokens.push(token(word, "class"));
    else if (arg.oneOf?.includes(word.value) && !word.quote) tokens.push(token(word, "enumMember"));
  }
  for (const { word } of slots?.options ?? []) if (!isUnknown(word)) tokens.push(token(word, "parameter"));
  const told = new Set(tokens.map(({ at }) => at.start));
  const head = [keyword].filter(({ at }) => !told.has(at.start));
  return [
    ...tokens,
    ...head.map((word) => token(word, isEntry ? plainType(word) : keywordType(word, block !== undefined))),
    ...args.filter(({ at }) => !told.has(at.start)).map((word) => token(word, plainType(word))),
  ].filter(({ at }) => !isTag(at));
}

/** The words of a statement that stands where the schema knows no place. */
const unplacedTokens = ({ keyword, args, block }: Statement): Token[] =>
  [
    { at: keyword.at, type: keywordType(keyword, block !== undefined), modifiers: [] },
    ...args.map((word) => ({ at: word.at, type: plainType(word), modifiers: [] })),
  ].filter(({ at }) => !isTag(at));

const isUnknown = (word: Word): boolean => word.hole === true || isVariable(word);

const isVariable = ({ at }: Word): boolean => /^"?\$/.test(textOf(at));

/** A value that a template engine fills in is no word of the daemon's. */
const isTag = (at: Span): boolean => /\{\{|<%/.test(textOf(at));

const keywordType = (word: Word, opens: boolean): TokenType =>
  isVariable(word) ? "variable" : opens ? "keyword" : "property";

/** What a word is by its look: 5, 1.5, 5s, 64k, 50%. */
const plainType = (word: Word): TokenType =>
  isVariable(word)
    ? "variable"
    : !word.quote && /^[+-]?\d+(\.\d+)?([a-z]{1,2}|%)?$/i.test(textOf(word.at))
      ? "number"
      : "string";

/** Line and character relative to the token before, length, type, modifiers. */
function encoded(client: Client, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  for (const { at, type, modifiers } of tokens)
    for (const part of linesIn(at)) {
      const start = toPosition(part.source, part.start, client.encoding);
      const { character } = toPosition(part.source, part.end, client.encoding);
      const line = start.line - last.line;
      const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
      data.push(
        line,
        line === 0 ? start.character - last.character : start.character,
        character - start.character,
        tokenTypes.indexOf(type),
        bits,
      );
      last = start;
    }
  return data;
}

/** The span cut at line ends, blanks and line ends left out: no client need take a token of several lines. */
function linesIn({ source, start, end }: Span): Span[] {
  const starts = linesOf(source);
  const spans: Span[] = [];
  for (let line = positionAt(source, start).line; line < starts.length && starts[line]! < end; line++) {
    const from = Math.max(start, starts[line]!);
    const text = source.text.slice(from, Math.min(end, starts[line + 1] ?? end));
    const left = text.length - text.trimStart().length;
    if (text.trim() !== "") spans.push(span(source, from + left, from + text.trimEnd().length));
  }
  return spans;
}
