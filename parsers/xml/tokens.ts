import { Lexer } from "chevrotain";
import { createToken, lexerOf, type TextLexer } from "../core/tokens.ts";

/** The characters of a name: XML's, with all that is not ASCII taken for letters. */
const name = "[A-Za-z_:\\x80-\\uffff][-\\w.:\\x80-\\uffff]*";
const anything = "[\\x00-\\uffff]";

/** Between tags. What is opened and never closed takes the rest of the text, so that no text is read twice. */
const Comment = createToken({ name: "Comment", pattern: RegExp(`<!--${anything}*?-->`), group: "comments" });
/** ERB's statements stand between tags and in them. Jinja's are text to XML: `build.ts` tells them apart. */
const Template = createToken({
  name: "Template",
  pattern: /<%(?:[^\n<%]|%(?!>))*%>/,
  group: "comments",
});
export const OpenComment = createToken({ name: "OpenComment", pattern: RegExp(`<!--${anything}*`) });
export const Characters = createToken({
  name: "Characters",
  pattern: RegExp(`<!\\[CDATA\\[${anything}*?\\]\\]>`),
});
export const OpenCharacters = createToken({
  name: "OpenCharacters",
  pattern: RegExp(`<!\\[CDATA\\[${anything}*`),
});
/** `<!DOCTYPE cib>`, with or without declarations between brackets. */
export const Doctype = createToken({ name: "Doctype", pattern: /<!DOCTYPE(?:[^[\]>]|\[[^\]]*\])*>/ });
export const OpenDoctype = createToken({ name: "OpenDoctype", pattern: RegExp(`<!DOCTYPE${anything}*`) });
export const Instruction = createToken({ name: "Instruction", pattern: /<\?(?:[^?<]|\?(?!>))*\?>/ });
/** `<name`: the tag goes on in the mode "tag". */
export const OpenTag = createToken({ name: "OpenTag", pattern: RegExp(`<${name}`), push_mode: "tag" });
export const CloseTag = createToken({ name: "CloseTag", pattern: /<\/[^<>]*>?/ });
export const Less = createToken({ name: "Less", pattern: /<[!?]?/ });
export const Text = createToken({ name: "Text", pattern: /[\x00-;=-\uffff]+/ });

/** Inside a tag. A `<` that begins another tag shows that the `>` is missing. */
const Blank = createToken({ name: "Blank", pattern: /[ \t\r\n]+/, group: Lexer.SKIPPED });
const NextTag = createToken({ name: "NextTag", pattern: RegExp(`<${name}`), categories: OpenTag });
const LateClose = createToken({
  name: "LateClose",
  pattern: CloseTag.PATTERN!,
  categories: CloseTag,
  pop_mode: true,
});
export const TagEnd = createToken({ name: "TagEnd", pattern: />/, pop_mode: true });
export const EmptyEnd = createToken({ name: "EmptyEnd", pattern: /\/>/, pop_mode: true });
export const Name = createToken({ name: "Name", pattern: RegExp(name) });
export const Equals = createToken({ name: "Equals", pattern: /=/ });
/** `=value`: a value without quotes begins right after the sign. */
export const BareValue = createToken({
  name: "BareValue",
  pattern: /=(?:[!#-&(-.0-;?-\uffff]|\/(?!>))+/,
});
/** A `<` may stand in it where it begins no tag; it is told as a mistake. */
export const Quoted = createToken({
  name: "Quoted",
  pattern: /"(?:[^"<]|<(?![A-Za-z_/!?]))*"|'(?:[^'<]|<(?![A-Za-z_/!?]))*'/,
});
export const OpenQuote = createToken({ name: "OpenQuote", pattern: /["'][^"'<>\n]*/ });
export const Junk = createToken({
  name: "Junk",
  pattern: /[\x00-\x08\x0b\x0c\x0e-\x1f!#-&(-.0-9;?@[-^`{-\x7f]+|\/|<[!?]?/,
});
/** XML has no comments in tags. */
const StrayComment = createToken({ name: "StrayComment", pattern: Comment.PATTERN!, categories: Junk });

const content = [
  Comment,
  Template,
  OpenComment,
  Characters,
  OpenCharacters,
  Doctype,
  OpenDoctype,
  Instruction,
  OpenTag,
  CloseTag,
  Less,
  Text,
];
const tag = [
  Blank,
  StrayComment,
  Template,
  NextTag,
  LateClose,
  EmptyEnd,
  TagEnd,
  Name,
  BareValue,
  Equals,
  Quoted,
  OpenQuote,
  Junk,
];

export const vocabulary = [...new Set([...content, ...tag])];

export const lexer: TextLexer = lexerOf({ defaultMode: "content", modes: { content, tag } });
