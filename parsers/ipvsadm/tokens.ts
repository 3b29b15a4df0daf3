import { Lexer } from "chevrotain";
import { createToken, End, lexerOf, type TextLexer, Value } from "../core/tokens.ts";

/** A line whose first character is `#`, which ipvsadm-restore leaves out; behind blanks or words it is one more word. */
const Comment = createToken({
  name: "IpvsadmComment",
  pattern: (text, offset) => {
    if (offset > 0 && text.charCodeAt(offset - 1) !== 10) return null;
    comment.lastIndex = offset;
    return comment.exec(text) as RegExpExecArray | null;
  },
  start_chars_hint: ["#"],
  line_breaks: false,
  group: "comments",
});
const comment = /#[^\n]*/y;

const Word = createToken({
  name: "IpvsadmWord",
  categories: Value,
  pattern: /[\x00-\x08\x0e-\x1f!-\uffff]+/,
});
const Newline = createToken({ name: "IpvsadmNewline", categories: End, pattern: /\n/, line_breaks: true });
const Blank = createToken({ name: "IpvsadmBlank", pattern: /[ \t\x0b\x0c\r]+/, group: Lexer.SKIPPED });

const vocabulary = [Newline, Blank, Comment, Word];

let lexer: TextLexer | undefined;

/** Built at first use. */
export const ipvsadmLexer = (): TextLexer => {
  lexer ??= lexerOf(vocabulary);
  return lexer;
};
