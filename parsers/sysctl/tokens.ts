import { Lexer } from "chevrotain";
import { createToken, End, lexerOf, type TextLexer, Value } from "../core/tokens.ts";

/** A whole line but for the blanks around it: `key = value`, `-key`, or a comment where `#` or `;` is its first character. */
const Line = createToken({
  name: "SysctlLine",
  categories: Value,
  pattern: /[\x00-\x08\x0e-\x1f!"$-:<-\uffff][^\n]*/,
});
const Comment = createToken({ name: "SysctlComment", pattern: /[#;][^\n]*/, group: "comments" });
const Newline = createToken({ name: "SysctlNewline", categories: End, pattern: /\n/, line_breaks: true });
const Blank = createToken({ name: "SysctlBlank", pattern: /[ \t\x0b\x0c\r]+/, group: Lexer.SKIPPED });

const vocabulary = [Newline, Blank, Comment, Line];

let lexer: TextLexer | undefined;

/** Built at first use. */
export const sysctlLexer = (): TextLexer => {
  lexer ??= lexerOf(vocabulary);
  return lexer;
};
