import { createToken, Lexer } from "chevrotain";
import { End, lexerOf, type TextLexer, Value } from "../core/tokens.ts";

/** A whole line but for the blanks before it, with those that a backslash at its end joins to it. */
const Line = createToken({
  name: "UnitLine",
  categories: Value,
  pattern: /[\x00-\x08\x0e-\x1f!"$-:<-\uffff](?:[^\n\\]|\\\r?\n|\\)*/,
  line_breaks: true,
});
const Comment = createToken({ name: "UnitComment", pattern: /[#;][^\n]*/, group: "comments" });
const Newline = createToken({ name: "UnitNewline", categories: End, pattern: /\n/, line_breaks: true });
const Blank = createToken({ name: "UnitBlank", pattern: /[ \t\x0b\x0c\r]+/, group: Lexer.SKIPPED });

const vocabulary = [Newline, Blank, Comment, Line];

let lexer: TextLexer | undefined;

/** Built at first use. */
export const unitLexer = (): TextLexer => {
  lexer ??= lexerOf(vocabulary);
  return lexer;
};
