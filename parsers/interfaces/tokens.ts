import { type CustomPatternMatcherFunc, Lexer } from "chevrotain";
import { createToken, End, lexerOf, type TextLexer, Value } from "../core/tokens.ts";

const comment = /#[^\n]*/y;

/** `#` begins a comment only where no word of the line stands before it; the line that `\` continues has one. */
const commentAtLineStart: CustomPatternMatcherFunc = (text, offset, matched) => {
  const last = matched.at(-1);
  if (last && last.tokenType !== Newline) return null;
  comment.lastIndex = offset;
  return comment.exec(text) as RegExpExecArray | null;
};

const Comment = createToken({
  name: "InterfacesComment",
  pattern: commentAtLineStart,
  start_chars_hint: ["#"],
  line_breaks: false,
  group: "comments",
});

/** What is no white space of C's isspace(). A `\` before the line end glues the next line on, in the midst of a word too. */
const Word = createToken({
  name: "InterfacesWord",
  categories: Value,
  pattern:
    /(?:[\x00-\x08\x0e-\x1f!-[\]-\uffff]|\\(?=[\x00-\x09\x0b-\uffff]))(?:[\x00-\x08\x0e-\x1f!-[\]-\uffff]|\\(?=[\x00-\x09\x0b-\uffff])|(?:\\\n)+(?=[\x00-\x08\x0e-\x1f!-\uffff]))*/,
  line_breaks: true,
});
const Continuation = createToken({
  name: "InterfacesContinuation",
  pattern: /\\\n?/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
const Newline = createToken({
  name: "InterfacesNewline",
  categories: End,
  pattern: /\n/,
  line_breaks: true,
});
const Blank = createToken({
  name: "InterfacesBlank",
  pattern: /[ \t\x0b\x0c\r]+/,
  group: Lexer.SKIPPED,
});

const vocabulary = [Newline, Blank, Comment, Word, Continuation];

let lexer: TextLexer | undefined;

/** Built at first use. */
export const interfacesLexer = (): TextLexer => {
  lexer ??= lexerOf(vocabulary);
  return lexer;
};
