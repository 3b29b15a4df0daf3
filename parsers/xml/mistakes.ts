import { type Span, span, textOf } from "../core/source.ts";
import type { Mistake, Word } from "../core/tree.ts";
import type { XmlAttribute } from "./element.ts";
import type { BadReference } from "./entities.ts";

type More = Pick<Mistake, "related" | "fix">;

const mistake = (rule: string, at: Span, message: string, more: More = {}): Mistake => ({
  kind: "mistake",
  rule,
  message,
  at,
  ...more,
});

const fix = (title: string, safe: boolean, at: Span, text: string): Pick<Mistake, "fix"> => ({
  fix: { title, safe, edits: [{ at, text }] },
});

const after = ({ source, end }: Span): Span => span(source, end, end);

/** The mistakes of XML itself. `room` is the room of the rules that stand for them: each format words what its reader does. */
export const mistakesFor = (room: string) => ({
  unclosedElement: (tag: Word, until?: Span): Mistake =>
    mistake(`${room}/unclosed-element`, tag.at, `<${tag.value}> is never closed`, {
      ...(until ? { related: [{ at: until, message: `${textOf(until)} stands here instead` }] } : {}),
    }),

  misspeltEnd: (at: Span, tag: Word): Mistake =>
    mistake(`${room}/stray-tag`, at, `${textOf(at)} does not match <${tag.value}>, which is open here`, {
      related: [{ at: tag.at, message: "the tag that it should close" }],
      ...fix(`replace with </${tag.value}>`, false, at, `</${tag.value}>`),
    }),

  strayEnd: (at: Span): Mistake =>
    mistake(`${room}/stray-tag`, at, `${textOf(at)} closes nothing: no such element is open here`),

  cutEnd: (at: Span): Mistake =>
    mistake(`${room}/attribute-syntax`, at, `the > of ${textOf(at).trim()} is missing`, {
      ...fix("add the >", true, after(at), ">"),
    }),

  cutTag: (tag: Word, end: Span): Mistake =>
    mistake(`${room}/attribute-syntax`, tag.at, `the > of the tag <${tag.value} is missing`, {
      related: [{ at: end, message: "the tag should end here" }],
    }),

  noValue: ({ name }: XmlAttribute): Mistake =>
    mistake(`${room}/attribute-syntax`, name.at, `attribute ${name.value} has no value`),

  bareValue: ({ name }: XmlAttribute, value: Span): Mistake =>
    mistake(
      `${room}/attribute-syntax`,
      value,
      `the value ${textOf(value)} of ${name.value} must stand in quotes`,
      { ...fix("add the quotes", true, value, `"${textOf(value)}"`) },
    ),

  openQuote: ({ name }: XmlAttribute, value: Span): Mistake =>
    mistake(`${room}/attribute-syntax`, value, `the quote before the value of ${name.value} is never closed`),

  lessThan: ({ name }: XmlAttribute, at: Span): Mistake =>
    mistake(`${room}/attribute-syntax`, at, `< in the value of ${name.value} must be written &lt;`, {
      ...fix("write &lt;", true, at, "&lt;"),
    }),

  noBlank: ({ name }: XmlAttribute): Mistake =>
    mistake(`${room}/attribute-syntax`, name.at, `a blank is missing before attribute ${name.value}`, {
      ...fix("insert a blank", true, span(name.at.source, name.at.start, name.at.start), " "),
    }),

  junk: (at: Span, tag: Word): Mistake =>
    mistake(
      `${room}/attribute-syntax`,
      at,
      `${textOf(at).startsWith("<!--") ? "a comment" : textOf(at)} in the tag <${tag.value} is no attribute`,
    ),

  controlCharacter: ({ name }: XmlAttribute, at: Span): Mistake =>
    mistake(
      `${room}/attribute-syntax`,
      at,
      `the value of ${name.value} holds a control character, which XML does not know`,
    ),

  repeatedAttribute: ({ name }: XmlAttribute, first: XmlAttribute): Mistake =>
    mistake(
      `${room}/repeated-attribute`,
      name.at,
      `attribute ${name.value} stands twice in one tag: only the first one is read`,
      { related: [{ at: first.at, message: "the first one" }] },
    ),

  reference: (at: Span, { named }: BadReference): Mistake =>
    named
      ? mistake(`${room}/entity`, at, `XML knows no entity ${textOf(at)}`)
      : mistake(`${room}/entity`, at, "& must be written &amp;", fix("write &amp;", true, at, "&amp;")),

  openComment: (at: Span, what: string): Mistake =>
    mistake(`${room}/comment-syntax`, at, `this ${what} is never closed: all that follows is lost`),

  doubleHyphen: (at: Span): Mistake =>
    mistake(`${room}/comment-syntax`, at, "a comment must not hold two hyphens in a row"),

  afterRoot: (at: Span, what: string): Mistake =>
    mistake(`${room}/after-root`, at, `${what} stands after the end of the root element`),

  lateDeclaration: (at: Span): Mistake =>
    mistake(`${room}/after-root`, at, "the XML declaration must be the very first thing in the file", {
      ...fix("remove what stands before it", false, span(at.source, 0, at.start), ""),
    }),

  strayText: (at: Span, text: string): Mistake =>
    mistake(`${room}/stray-text`, at, `${text} stands between tags, where no text is read`),

  strayLess: (at: Span): Mistake =>
    mistake(`${room}/attribute-syntax`, at, "this < begins no tag, comment or instruction"),

  nesting: (at: Span): Mistake =>
    mistake("syntax/nesting", at, "elements nested more than 200 deep; what lies deeper is not read"),
});

export type Say = ReturnType<typeof mistakesFor>;
