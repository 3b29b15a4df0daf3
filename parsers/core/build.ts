import { type IToken, tokenMatcher } from "chevrotain";
import { parseBraces, shallow } from "./braces.ts";
import type { BlockCstNode, FileCstNode, LinesCstNode, StatementCstNode } from "./cst.d.ts";
import { parseLines } from "./lines.ts";
import { cover, type Source, type Span } from "./source.ts";
import { type Origin, spanOf, type Tokens } from "./tokens.ts";
import type { Block, Mistake, Statement, Tree, Word } from "./tree.ts";

/** How a format's token reads as a word; default: the text as it stands, no quotes. */
export type ReadWord = (token: IToken) => {
  readonly value: string;
  readonly quote?: '"' | "'";
  readonly hole?: true;
};

const asItStands: ReadWord = (token) => ({ value: token.image });

/** What the builders share while one file is read. */
interface Build {
  readonly source: Source;
  readonly readWord: ReadWord;
  readonly mistakes: Mistake[];
}

/** The tree of a braces format. Tokens may carry an `Origin`; their order is the order of reading. */
export function bracesTree(
  source: Source,
  { tokens, comments }: Tokens,
  readWord: ReadWord = asItStands,
): Tree {
  const build: Build = { source, readWord, mistakes: [] };
  const { tokens: kept, cut } = shallow(tokens, tokenMatcher);
  if (cut)
    mistake(build, "syntax/nesting", "blocks nested more than 200 deep; what lies deeper is not read", cut);
  const { children } = parseBraces(kept) as FileCstNode;
  for (const stray of children.Close ?? [])
    mistake(build, "syntax/stray-brace", "this } closes nothing: every block is closed before it", stray);
  const statements = (children.statement ?? []).map((node) => statementOf(build, node));
  return { source, statements, comments, mistakes: build.mistakes };
}

/** The tree of a format with one statement a line. */
export function linesTree(
  source: Source,
  { tokens, comments }: Tokens,
  readWord: ReadWord = asItStands,
): Tree {
  const build: Build = { source, readWord, mistakes: [] };
  const { children } = parseLines(tokens) as LinesCstNode;
  const statements = (children.line ?? []).map((node) => wordsOf(build, node.children.Value));
  return { source, statements, comments, mistakes: build.mistakes };
}

function mistake({ source, mistakes }: Build, rule: string, message: string, token: IToken): void {
  mistakes.push({ kind: "mistake", rule, message, at: spanOf(token, source) });
}

function wordOf({ source, readWord }: Build, token: IToken): Word {
  const { value, quote, hole } = readWord(token);
  const at = spanOf(token, source);
  const unknown = hole || (token.payload as Origin | undefined)?.hole;
  if (!quote && !unknown) return { kind: "word", value, at };
  return { kind: "word", value, ...(quote ? { quote } : {}), at, ...(unknown ? { hole: true } : {}) };
}

function wordsOf(build: Build, tokens: readonly IToken[]): Statement {
  const keyword = wordOf(build, tokens[0]!);
  const args = tokens.slice(1).map((token) => wordOf(build, token));
  return { kind: "statement", keyword, args, at: cover(keyword.at, (args.at(-1) ?? keyword).at) };
}

function statementOf(build: Build, { children }: StatementCstNode): Statement {
  const node = children.block?.[0];
  if (children.Value) {
    const plain = wordsOf(build, children.Value);
    const block = node && blockOf(build, node);
    return block ? { ...plain, block, at: cover(plain.at, block.at) } : plain;
  }
  mistake(build, "syntax/stray-brace", "this { has no keyword before it", node!.children.Open[0]!);
  const block = blockOf(build, node!);
  const keyword: Word = { kind: "word", value: "", at: block.open.with({ end: block.open.start }) };
  return { kind: "statement", keyword, args: [], block, at: block.at };
}

function blockOf(build: Build, { children }: BlockCstNode): Block {
  const open = spanOf(children.Open[0]!, build.source);
  const close = children.Close?.[0] && spanOf(children.Close[0], build.source);
  if (!close) mistake(build, "syntax/missing-brace", "this { is never closed", children.Open[0]!);
  const statements = (children.statement ?? []).map((node) => statementOf(build, node));
  const last: Span = close ?? statements.at(-1)?.at ?? open;
  return { kind: "block", open, ...(close ? { close } : {}), statements, at: cover(open, last) };
}
