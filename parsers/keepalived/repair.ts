import { type IToken, tokenMatcher } from "chevrotain";
import { keywordsOf } from "../core/schema.ts";
import { positionAt, type Source, type Span, textOf } from "../core/source.ts";
import { Close, spanOf } from "../core/tokens.ts";
import type { Block, Mistake, Statement, Tree } from "../core/tree.ts";
import { keepalivedSchema } from "./schema.ts";
import { missingBrace } from "./tokens.ts";

type Build = (tokens: readonly IToken[]) => Tree;

/** A tree whose braces were mended, and what was wrong with them. */
interface Attempt {
  readonly tokens: readonly IToken[];
  readonly mistake: Mistake;
}

const mostRepairs = 5;

/**
 * The tree of these tokens. Where a block is closed too early or never, the tree is the one that was meant, with one
 * mistake at the brace that is really wrong: a repair is kept only if it leaves fewer braces without a partner.
 */
export function repaired(tokens: readonly IToken[], build: Build): Tree {
  let current = tokens;
  let tree = build(tokens);
  const mended: Mistake[] = [];
  for (let i = 0; i < mostRepairs && unmatched(tree) > 0; i++) {
    const attempts = [closedEarly(tree, current), neverOpened(tree, current), neverClosed(tree, current)];
    const better = attempts
      .filter((attempt) => attempt !== undefined)
      .map((attempt) => ({ ...attempt, tree: build(attempt.tokens) }))
      .find((attempt) => unmatched(attempt.tree) < unmatched(tree));
    if (!better) break;
    current = better.tokens;
    tree = better.tree;
    mended.push(better.mistake);
  }
  return mended.length > 0 ? { ...tree, mistakes: [...tree.mistakes, ...mended] } : tree;
}

const strays = (tree: Tree): readonly Mistake[] =>
  tree.mistakes.filter(({ rule, at }) => rule === "syntax/stray-brace" && textOf(at) === "}");
const unclosed = (tree: Tree): readonly Mistake[] =>
  tree.mistakes.filter(({ rule }) => rule === "syntax/missing-brace");
const unmatched = (tree: Tree): number => strays(tree).length + unclosed(tree).length;

/** A statement with the place it stands in and the statements before and around it. */
interface Standing {
  readonly statement: Statement;
  readonly place: string;
  readonly before?: Standing | undefined;
  readonly parents: readonly Standing[];
}

function* standings(
  statements: readonly Statement[],
  place: string,
  parents: readonly Standing[],
): Generator<Standing> {
  let before: Standing | undefined;
  for (const statement of statements) {
    const standing: Standing = { statement, place, before, parents };
    yield standing;
    const inside = opensOf(standing);
    if (inside && statement.block)
      yield* standings(statement.block.statements, inside, [...parents, standing]);
    before = standing;
  }
}

const opensOf = ({ place, statement }: Standing): string | undefined => {
  const keywords = keywordsOf(keepalivedSchema, place);
  const word = statement.keyword.value;
  return Object.hasOwn(keywords, word) ? keywords[word]?.opens : undefined;
};

/** A keyword that this place knows; in a list, which takes any word, no keyword is known. */
const knows = (place: string | undefined, statement: Statement): boolean =>
  !!place && Object.hasOwn(keywordsOf(keepalivedSchema, place), statement.keyword.value);

const isList = (place: string): boolean => !!keepalivedSchema.places[place]?.entry;

const titleOf = ({ keyword, args }: Statement): string =>
  [keyword, ...args.slice(0, 2)].map(({ value }) => value).join(" ");

/** A `}` before keywords that only the block it closes knows, with a `}` too many further down. */
function closedEarly(tree: Tree, tokens: readonly IToken[]): Attempt | undefined {
  const stray = strays(tree)[0];
  if (!stray) return undefined;
  for (const { statement, place, before } of standings(tree.statements, keepalivedSchema.root, [])) {
    const close = before?.statement.block?.close;
    if (!close || isList(place) || knows(place, statement) || !knows(opensOf(before), statement)) continue;
    const title = titleOf(before.statement);
    return {
      tokens: tokens.filter(
        (token) => !(tokenMatcher(token, Close) && same(spanOf(token, tree.source), close)),
      ),
      mistake: {
        kind: "mistake",
        rule: "keepalived/block-closed-early",
        message: `this } closes ${title} too early: ${statement.keyword.value} and what follows belong to it and are not read`,
        at: close,
        related: [{ at: stray.at, message: `meant to close ${title}` }],
        fix: { title: "delete the early }", safe: false, edits: [{ at: close, text: "" }] },
      },
    };
  }
  return undefined;
}

/** A keyword that opens a block, without `{`, before settings of that block, with a `}` too many further down. */
function neverOpened(tree: Tree, tokens: readonly IToken[]): Attempt | undefined {
  if (strays(tree).length === 0) return undefined;
  for (const { statement, place, before } of standings(tree.statements, keepalivedSchema.root, [])) {
    if (!before || before.statement.block || isList(place)) continue;
    if (knows(place, statement) || !knows(opensOf(before), statement)) continue;
    const { at } = before.statement;
    const last = tokens.findIndex((token) => {
      const spot = spanOf(token, tree.source);
      return spot.source === at.source && spot.end === at.end;
    });
    if (last < 0) return undefined;
    const end: Span = at.with({ start: at.end });
    return {
      tokens: [...tokens.slice(0, last + 1), missingBrace("{", end), ...tokens.slice(last + 1)],
      mistake: {
        kind: "mistake",
        rule: "syntax/missing-brace",
        message: `${titleOf(before.statement)} has no { before its settings`,
        at,
        ...(isWhole(textOf(at))
          ? { fix: { title: "add {", safe: true, edits: [{ at: end, text: " {" }] } }
          : {}),
      },
    };
  }
  return undefined;
}

/** A `{` whose `}` is missing: told by the indentation of the `}` that closes it instead, or by a keyword that cannot stand inside. */
function neverClosed(tree: Tree, tokens: readonly IToken[]): Attempt | undefined {
  if (unclosed(tree).length === 0) return undefined;
  const all = [...standings(tree.statements, keepalivedSchema.root, [])];
  const shifted = all.filter(({ statement, parents }) =>
    parents.some((parent) => closesInstead(statement, parent.statement)),
  );
  const deepest = shifted.find((one) => !shifted.some(({ parents }) => parents.includes(one)))?.statement;
  if (deepest?.block?.close) return missing(tree, tokens, deepest, deepest.block, deepest.block.close);
  for (const { statement, place, parents } of all) {
    const inner = parents.at(-1)?.statement;
    if (!inner?.block || knows(place, statement)) continue;
    if (!parents.some((parent) => knows(parent.place, statement) && statement.block)) continue;
    return missing(tree, tokens, inner, inner.block, statement.at);
  }
  return undefined;
}

/** The `}` of the inner block stands where the outer block's should. */
function closesInstead(inner: Statement, outer: Statement): boolean {
  const column = inner.block?.close && indent(inner.block.close);
  return column !== undefined && column < (indent(inner.at) ?? 0) && column === indent(outer.at);
}

/** The column of a span that is the first thing on its line; undefined otherwise. */
function indent({ source, start }: Span): number | undefined {
  const { column } = positionAt(source, start);
  return /^[ \t]*$/.test(source.text.slice(start - column, start)) ? column : undefined;
}

function missing(
  tree: Tree,
  tokens: readonly IToken[],
  { keyword }: Statement,
  block: Block,
  next: Span,
): Attempt | undefined {
  const at = tokens.findIndex((token) => {
    const place = spanOf(token, tree.source);
    return place.source === next.source && place.start === next.start;
  });
  if (at < 0) return undefined;
  return {
    tokens: [...tokens.slice(0, at), missingBrace("}", next), ...tokens.slice(at)],
    mistake: {
      kind: "mistake",
      rule: "syntax/missing-brace",
      message: `this { of ${keyword.value} is never closed`,
      at: block.open,
      related: [{ at: next, message: "the } should stand before this" }],
    },
  };
}

const same = (a: { source: Source; start: number }, b: Span): boolean =>
  a.source === b.source && a.start === b.start;

/** Its quotes are closed: one that is not would swallow what is added behind it. */
const isWhole = (text: string): boolean => text.split('"').length % 2 === 1;
