import { Lexer } from "chevrotain";
import type { ReadWord } from "../core/build.ts";
import type { Source } from "../core/source.ts";
import { createToken, End, lexerOf, type TextLexer, type Tokens, tokenize, Value } from "../core/tokens.ts";

const blanks = "[ \\t\\r\\v\\f]+";
const field = `(?:[\\0-\\x08\\x0e-\\x1f!-\\uffff])+`;

/** Where a line begins: `#` is a comment there only. */
const Margin = createToken({ name: "Margin", pattern: /[ \t\r\v\f]+|\n/, group: Lexer.SKIPPED });
const Comment = createToken({ name: "Comment", pattern: /#[^\n]*/, group: "comments" });
const First = createToken({
  name: "First",
  pattern: new RegExp(field),
  categories: Value,
  push_mode: "line",
});
const Blank = createToken({ name: "Blank", pattern: new RegExp(blanks), group: Lexer.SKIPPED });
const LineEnd = createToken({ name: "LineEnd", pattern: /\n/, categories: End, pop_mode: true });
const Field = createToken({ name: "Field", pattern: new RegExp(field), categories: Value });

const modes = { margin: [Margin, Comment, First], line: [LineEnd, Blank, Field] };

let lexer: TextLexer | undefined;

export function lex(source: Source): Tokens {
  lexer ??= lexerOf({ modes, defaultMode: "margin" });
  return tokenize(lexer, source);
}

/** fstab has no quotes: a blank is written `\040`, a tab `\011`, a backslash `\134`. */
export const readWord: ReadWord = ({ image }) => ({
  value: image.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
});
