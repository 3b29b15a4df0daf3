import type { IToken } from "chevrotain";
import { distance } from "fastest-levenshtein";
import { deepest } from "../core/braces.ts";
import { cover, type Source, type Span, span, textOf } from "../core/source.ts";
import { spanOf, tokenize } from "../core/tokens.ts";
import type { Block, Comment, Mistake, Statement, Tree, Word } from "../core/tree.ts";
import type { ItemCstNode, XmlCstNode } from "./cst.d.ts";
import type { XmlElement } from "./element.ts";
import { parseXml } from "./grammar.ts";
import { mistakesFor } from "./mistakes.ts";
import { type Reading, references, type Tag, tagOf } from "./tag.ts";
import { lexer } from "./tokens.ts";

/** An element whose end tag has not come yet. */
interface Open {
  readonly tag: Tag;
  readonly inside: Statement[];
}

/** What the tags before have left. */
interface Fold extends Reading {
  readonly root: Statement[];
  readonly open: Open[];
  readonly comments: Comment[];
  /** The root element has ended. */
  done: boolean;
  /** Where elements begin that are nested too deep to be read, and how many of these are open. */
  cut?: Span;
  below: number;
}

/**
 * The tree of an XML text. Elements stand in the blocks of their parents; a missing end tag ends where an outer one does.
 * Comments, instructions and the document type are comments. `room`: of the rules that stand for mistakes of XML.
 */
export function xmlTree(source: Source, room: string): Tree {
  const { tokens, comments } = tokenize(lexer, source);
  const { children } = parseXml(tokens) as XmlCstNode;
  const fold: Fold = {
    source,
    say: mistakesFor(room),
    mistakes: [],
    ownEntities: /<!DOCTYPE[^>]*\[[^\]]*<!ENTITY/.test(source.text.slice(0, 4096)),
    root: [],
    open: [],
    comments: [...comments],
    done: false,
    below: 0,
  };
  for (const comment of comments) judgeComment(fold, comment.at);
  for (const item of children.item ?? []) readItem(fold, item);
  while (fold.open.length > 0) {
    const { tag } = fold.open.at(-1)!;
    fold.mistakes.push(fold.say.unclosedElement(tag.name));
    close(fold);
  }
  if (fold.cut) fold.mistakes.push(fold.say.nesting(fold.cut));
  const byPlace = (a: { at: Span }, b: { at: Span }): number => a.at.start - b.at.start;
  return {
    source,
    statements: fold.root,
    comments: fold.comments.sort(byPlace),
    mistakes: fold.mistakes.sort(byPlace),
  };
}

function readItem(fold: Fold, { children }: ItemCstNode): void {
  const [tag] = children.tag ?? [];
  const [end] = children.CloseTag ?? [];
  const [text] = children.Text ?? children.Characters ?? [];
  const [aside] = children.Instruction ?? children.Doctype ?? [];
  const [lost] = children.OpenComment ?? children.OpenCharacters ?? children.OpenDoctype ?? [];
  const [less] = children.Less ?? [];
  if (tag) openTag(fold, tagOf(fold, tag));
  else if (end) endTag(fold, spanOf(end, fold.source));
  else if (text) readText(fold, text);
  else if (aside) readAside(fold, aside);
  else if (lost) readLost(fold, lost);
  else if (less) fold.mistakes.push(fold.say.strayLess(spanOf(less, fold.source)));
}

/** `<?xml … ?>` and `<!DOCTYPE …>`. */
function readAside({ source, say, comments, mistakes }: Fold, token: IToken): void {
  const at = spanOf(token, source);
  comments.push({ kind: "comment", at });
  if (/^<\?xml[ \t\r\n]/.test(token.image) && at.start > (source.text.startsWith("\uFEFF") ? 1 : 0))
    mistakes.push(say.lateDeclaration(at));
}

/** What is opened and takes the rest of the text with it. */
function readLost({ source, say, comments, mistakes }: Fold, token: IToken): void {
  const { image, startOffset } = token;
  const what = image.startsWith("<!-")
    ? "comment"
    : image.startsWith("<![")
      ? "CDATA section"
      : "document type";
  comments.push({ kind: "comment", at: spanOf(token, source) });
  mistakes.push(say.openComment(span(source, startOffset, startOffset + 4), what));
}

/** Where the next statement goes. */
const home = ({ open, root }: Fold): Statement[] => open.at(-1)?.inside ?? root;

function openTag(fold: Fold, tag: Tag): void {
  if (fold.open.length >= deepest) {
    const at = cover(tag.name.at, tag.end);
    fold.cut = fold.cut ? cover(fold.cut, at) : at;
    if (!tag.empty) fold.below++;
    return;
  }
  if (fold.open.length === 0 && fold.done)
    fold.mistakes.push(fold.say.afterRoot(tag.name.at, `<${tag.name.value}>`));
  fold.open.push({ tag, inside: [] });
  if (tag.empty) close(fold, tag.end);
}

/** Ends the innermost open element, at its end tag where it has one. */
function close(fold: Fold, end?: Span): void {
  const { tag, inside } = fold.open.pop()!;
  const last = end ?? inside.at(-1)?.at ?? tag.end;
  const block: Block = {
    kind: "block",
    open: tag.end,
    ...(end ? { close: end } : {}),
    statements: inside,
    at: cover(tag.end, last),
  };
  const { name, args, attributes } = tag;
  const element: XmlElement = {
    kind: "statement",
    keyword: name,
    args,
    attributes,
    block,
    at: cover(name.at, last),
  };
  home(fold).push(element);
  if (fold.open.length === 0) fold.done = true;
}

function endTag(fold: Fold, at: Span): void {
  const { say, mistakes, open } = fold;
  if (fold.below > 0) {
    fold.below--;
    fold.cut = cover(fold.cut!, at);
    return;
  }
  const image = textOf(at);
  if (!image.endsWith(">"))
    mistakes.push(say.cutEnd(span(at.source, at.start, at.start + image.trimEnd().length)));
  const name = image.slice(2).replace(/>$/, "").trim();
  const match = open.findLastIndex(({ tag }) => tag.name.value === name);
  const top = open.at(-1)?.tag.name;
  if (match >= 0) {
    while (open.length - 1 > match) {
      mistakes.push(say.unclosedElement(open.at(-1)!.tag.name, at));
      close(fold);
    }
    close(fold, at);
  } else if (top && distance(name, top.value) <= Math.min(3, top.value.length / 3)) {
    mistakes.push(say.misspeltEnd(at, top));
    close(fold, at);
  } else mistakes.push(say.strayEnd(at));
}

/** Text is kept as a statement without keyword, so that nothing is lost; white space is not. */
function readText(fold: Fold, token: IToken): void {
  const { source, say, mistakes } = fold;
  const lead = /^[ \t\r\n\uFEFF]*/.exec(token.image)![0].length;
  const trail = /[ \t\r\n]*$/.exec(token.image.slice(lead))![0].length;
  const at = span(source, token.startOffset + lead, token.startOffset + token.image.length - trail);
  if (at.start === at.end) return;
  const value = textOf(at);
  if (/^(?:\{%(?:[^%]|%(?!\}))*%\}[ \t\r\n]*)+$/.test(value)) {
    fold.comments.push({ kind: "comment", at });
    return;
  }
  const keyword: Word = { kind: "word", value: "", at: span(source, at.start, at.start) };
  home(fold).push({ kind: "statement", keyword, args: [{ kind: "word", value, at }], at });
  if (/\{[{%]/.test(value)) return;
  mistakes.push(...references(source, at, say, fold.ownEntities), textMistake(fold, at, value));
}

function textMistake({ say, open, done }: Fold, at: Span, value: string): Mistake {
  const line = value.split("\n", 1)[0]!.trim();
  const shown = line.length > 30 ? `${line.slice(0, 30)}…` : line;
  return open.length === 0 && done ? say.afterRoot(at, shown) : say.strayText(at, shown);
}

function judgeComment({ source, say, mistakes }: Fold, { start, end }: Span): void {
  const text = source.text.slice(start, end);
  const double = text.startsWith("<!--") ? text.slice(4, -3).search(/--|-$/) : -1;
  if (double >= 0) mistakes.push(say.doubleHyphen(span(source, start + 4 + double, start + 6 + double)));
}
