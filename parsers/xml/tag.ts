import type { IToken } from "chevrotain";
import { cover, type Source, type Span, span } from "../core/source.ts";
import { spanOf } from "../core/tokens.ts";
import type { Mistake, Word } from "../core/tree.ts";
import type { AttributeCstNode, TagCstNode } from "./cst.d.ts";
import type { XmlAttribute } from "./element.ts";
import { decoded } from "./entities.ts";
import type { Say } from "./mistakes.ts";

/** What reading shares: the text, the words for mistakes and where they are gathered. */
export interface Reading {
  readonly source: Source;
  readonly say: Say;
  readonly mistakes: Mistake[];
  /** The document type declares entities of its own: none is unknown. */
  readonly ownEntities: boolean;
}

/** A start tag: what it says, and how it ends. */
export interface Tag {
  readonly name: Word;
  readonly args: readonly Word[];
  readonly attributes: readonly XmlAttribute[];
  /** `>`, `/>`, or an empty span where neither stands. */
  readonly end: Span;
  readonly empty: boolean;
}

const hole = /\{\{[^\n]*?\}\}|<%=[^\n]*?%>/;
/** What XML 1.0 excludes (2.2). */
const controlCharacter = /[\x00-\x08\x0b\x0c\x0e-\x1f]/;
const templated = /\{[{%]|<%/;

export function tagOf(reading: Reading, { children }: TagCstNode): Tag {
  const { source, say, mistakes } = reading;
  const open = children.OpenTag[0]!;
  const name: Word = { kind: "word", value: open.image.slice(1), at: spanOf(open, source) };
  const attributes = (children.attribute ?? []).map((node) => attributeOf(reading, node));
  const junk = [children.Equals, children.BareValue, children.Quoted, children.OpenQuote, children.Junk]
    .flatMap((tokens) => tokens ?? [])
    .map((token): Word => ({ kind: "word", value: token.image, at: spanOf(token, source) }));
  const args = [...attributes.flatMap(({ name, value }) => (value ? [name, value] : [name])), ...junk].sort(
    (a, b) => a.at.start - b.at.start,
  );
  const last = args.at(-1)?.at ?? name.at;
  const endToken = children.EmptyEnd?.[0] ?? children.TagEnd?.[0];
  const end = endToken ? spanOf(endToken, source) : span(source, last.end, last.end);
  if (!templated.test(source.text.slice(name.at.start, end.end))) {
    const stray = junk.sort((a, b) => a.at.start - b.at.start);
    if (stray.length > 0) mistakes.push(say.junk(stray.map(({ at }) => at).reduce(coverTouching), name));
    judge(reading, attributes, name);
    if (!endToken) mistakes.push(say.cutTag(name, end));
  }
  return { name, args, attributes, end, empty: children.EmptyEnd !== undefined };
}

/** Words of one piece of junk are told together, from the first on. */
const coverTouching = (a: Span, b: Span): Span => (b.start <= a.end ? cover(a, b) : a);

function attributeOf({ source }: Reading, { children }: AttributeCstNode): XmlAttribute {
  const token = children.Name[0]!;
  const name: Word = { kind: "word", value: token.image, at: spanOf(token, source) };
  const value = children.Quoted?.[0] ?? children.OpenQuote?.[0];
  const bare = children.BareValue?.[0];
  const word = value ? valueOf(source, value) : bare ? bareValueOf(source, bare) : undefined;
  const sign = children.Equals?.[0];
  const at = cover(name.at, word?.at ?? (sign ? spanOf(sign, source) : name.at));
  return word ? { name, value: word, at } : { name, at };
}

function valueOf(source: Source, token: IToken): Word {
  const quote = token.image[0] as '"' | "'";
  const raw = token.image.slice(1).endsWith(quote) ? token.image.slice(1, -1) : token.image.slice(1);
  const word = { kind: "word", value: decoded(raw).value, quote, at: spanOf(token, source) } as const;
  return hole.test(raw) || templated.test(raw) ? { ...word, hole: true } : word;
}

function bareValueOf(source: Source, { image, startOffset }: IToken): Word {
  const at = span(source, startOffset + 1, startOffset + image.length);
  const word = { kind: "word", value: decoded(image.slice(1)).value, at } as const;
  return hole.test(image) || templated.test(image) ? { ...word, hole: true } : word;
}

/** What is wrong with the attributes of one tag, and their values. */
function judge(
  { source, say, mistakes, ownEntities }: Reading,
  attributes: readonly XmlAttribute[],
  tag: Word,
): void {
  const seen = new Map<string, XmlAttribute>();
  let end = tag.at.end;
  for (const one of attributes) {
    const { name, value, at } = one;
    const first = seen.get(name.value);
    if (first) mistakes.push(say.repeatedAttribute(one, first));
    else seen.set(name.value, one);
    if (at.start === end) mistakes.push(say.noBlank(one));
    end = at.end;
    if (!value) mistakes.push(say.noValue(one));
    else if (!value.quote) mistakes.push(say.bareValue(one, value.at));
    else if (source.text[value.at.end - 1] !== value.quote || value.at.end - value.at.start < 2)
      mistakes.push(say.openQuote(one, value.at));
    if (!value) continue;
    const text = source.text.slice(value.at.start, value.at.end);
    const control = text.search(controlCharacter);
    if (control >= 0)
      mistakes.push(
        say.controlCharacter(one, span(source, value.at.start + control, value.at.start + control + 1)),
      );
    const less = text.indexOf("<");
    if (less >= 0)
      mistakes.push(say.lessThan(one, span(source, value.at.start + less, value.at.start + less + 1)));
    mistakes.push(...references(source, value.at, say, ownEntities));
  }
}

/** The faulty references of a stretch of text. */
export function references(source: Source, { start, end }: Span, say: Say, ownEntities: boolean): Mistake[] {
  const { bad } = decoded(source.text.slice(start, end));
  return bad
    .filter(({ named }) => !named || !ownEntities)
    .map((one) => say.reference(span(source, start + one.start, start + one.end), one));
}
