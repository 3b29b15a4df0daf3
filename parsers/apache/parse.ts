import { createTokenInstance, type IToken } from "chevrotain";
import { deepest } from "../core/braces.ts";
import type { KeywordDef } from "../core/schema.ts";
import { cover, type Source, span } from "../core/source.ts";
import { type Origin, spanOf } from "../core/tokens.ts";
import type { Block, Mistake, Statement, Tree, Word } from "../core/tree.ts";
import type { ConfigCstNode, DirectiveCstNode, ElementCstNode, SectionCstNode } from "./cst.d.ts";
import { parseConfig } from "./grammar.ts";
import { CloseTag, closedName, isClosed, lex, OpenTag, readWord, StrayClose } from "./tokens.ts";

interface Build {
  readonly source: Source;
  readonly mistakes: Mistake[];
  /** Directives by their names in lower case: Apache knows no case. */
  readonly names: ReadonlyMap<string, string>;
}

/** One file; names of directives in the spelling of `keywords`. */
export function parseApache(source: Source, keywords: Readonly<Record<string, KeywordDef>>): Tree {
  const { tokens, comments } = lex(source);
  const names = new Map(Object.keys(keywords).map((name) => [name.toLowerCase(), name]));
  const build: Build = { source, mistakes: [], names };
  const { children } = parseConfig(matched(build, tokens)) as ConfigCstNode;
  const statements = (children.element ?? []).flatMap((node) => elementOf(build, node));
  return { source, statements, comments, mistakes: build.mistakes };
}

/**
 * Tells which section each `</Name>` closes. One that names an outer section ends the inner ones, which are not closed;
 * one that names none is stray. Sections nested too deep for the stack are left out.
 */
function matched(build: Build, tokens: readonly IToken[]): IToken[] {
  const open: IToken[] = [];
  const kept: IToken[] = [];
  for (const token of tokens) {
    if (token.tokenType === OpenTag) {
      open.push(token);
      if (open.length > deepest) continue;
    } else if (token.tokenType === CloseTag) {
      const name = closedName(token);
      if (!isClosed(token))
        build.mistakes.push({
          kind: "mistake",
          rule: "apache/unclosed-tag",
          message: `</${name} has no > right behind its name: Apache does not start`,
          at: spanOf(token, build.source),
        });
      const at = open.findLastIndex((one) => nameOf(one) === name.toLowerCase());
      if (at < 0) {
        build.mistakes.push(strayClose(build, token, open.at(-1)));
        if (open.length <= deepest)
          kept.push({ ...token, tokenType: StrayClose, tokenTypeIdx: StrayClose.tokenTypeIdx! });
        continue;
      }
      for (const inner of open.splice(at + 1).reverse()) {
        build.mistakes.push(unclosed(build, inner, token));
        if (open.length < deepest) kept.push(endOf(token));
      }
      open.pop();
      if (open.length >= deepest) continue;
    } else if (open.length > deepest) continue;
    kept.push(token);
  }
  for (const one of open) build.mistakes.push(unclosed(build, one));
  return kept;
}

/** The end of a section that another one's `</Name>` implies: nothing in the text. */
const endOf = ({ startOffset }: IToken): IToken =>
  createTokenInstance(CloseTag, "", startOffset, startOffset, 0, 0, 0, 0);

const nameOf = ({ image }: IToken): string => image.slice(1).toLowerCase();

function unclosed({ source }: Build, open: IToken, by?: IToken): Mistake {
  const name = open.image.slice(1);
  const related = by && [{ at: spanOf(by, source), message: "this closes a section around it" }];
  return {
    kind: "mistake",
    rule: "apache/unclosed-section",
    message: `<${name}> is never closed: Apache does not start`,
    at: spanOf(open, source),
    ...(related ? { related } : {}),
  };
}

function strayClose({ source }: Build, token: IToken, inside: IToken | undefined): Mistake {
  const name = closedName(token);
  const where = inside ? `, the section that is open here is ${inside.image}>` : ", no section is open here";
  return {
    kind: "mistake",
    rule: "apache/stray-section-end",
    message: `</${name}> closes nothing${where}: Apache does not start`,
    at: spanOf(token, source),
    ...(inside ? { related: [{ at: spanOf(inside, source), message: "the open section" }] } : {}),
  };
}

function elementOf(build: Build, { children }: ElementCstNode): Statement[] {
  if (children.section) return [sectionOf(build, children.section[0]!)];
  return children.directive ? [directiveOf(build, children.directive[0]!)] : [];
}

function wordOf({ source }: Build, token: IToken): Word {
  const { value, quote } = readWord(token);
  const at = spanOf(token, source);
  const hole = (token.payload as Origin | undefined)?.hole || /\$\{/.test(value);
  return { kind: "word", value, at, ...(quote ? { quote } : {}), ...(hole ? { hole: true as const } : {}) };
}

/** The keyword in the table's spelling, at its place in the text. */
function keywordOf(build: Build, token: IToken, start: number): Word {
  const word = wordOf(build, token);
  const value = word.value.slice(start);
  return { ...word, value: build.names.get(value.toLowerCase()) ?? value };
}

function directiveOf(build: Build, { children }: DirectiveCstNode): Statement {
  const keyword = keywordOf(build, children.Name[0]!, 0);
  const args = (children.Argument ?? []).map((token) => wordOf(build, token));
  return { kind: "statement", keyword, args, at: cover(keyword.at, (args.at(-1) ?? keyword).at) };
}

function sectionOf(build: Build, { children }: SectionCstNode): Statement {
  const open = children.OpenTag[0]!;
  const keyword = keywordOf(build, open, 1);
  const args = (children.Argument ?? []).map((token) => wordOf(build, token));
  const end = children.EndTag?.[0];
  const header = span(build.source, keyword.at.start, keyword.at.end);
  if (!end)
    build.mistakes.push({
      kind: "mistake",
      rule: "apache/unclosed-tag",
      message: `<${keyword.value} has no > at its end: Apache does not start`,
      at: cover(header, (args.at(-1) ?? keyword).at),
    });
  const close = children.CloseTag?.[0];
  const statements = (children.element ?? []).flatMap((node) => elementOf(build, node));
  const opened = end ? spanOf(end, build.source) : span(build.source, header.end, header.end);
  const closed = close?.image ? spanOf(close, build.source) : undefined;
  const block: Block = {
    kind: "block",
    open: opened,
    ...(closed ? { close: closed } : {}),
    statements,
    at: cover(opened, closed ?? statements.at(-1)?.at ?? opened),
  };
  return { kind: "statement", keyword, args, block, at: cover(header, block.at) };
}
