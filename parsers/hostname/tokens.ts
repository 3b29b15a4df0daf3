import { Lexer } from "chevrotain";
import type { Source } from "../core/source.ts";
import { createToken, End, lexerOf, type TextLexer, type Tokens, tokenize, Value } from "../core/tokens.ts";

const Blank = createToken({ name: "Blank", pattern: /[ \t\r\v\f]+/, group: Lexer.SKIPPED });
const LineEnd = createToken({ name: "LineEnd", pattern: /\n/, categories: End });
const Comment = createToken({ name: "Comment", pattern: /#[^\n]*/, group: "comments" });
const Name = createToken({
  name: "Name",
  pattern: /(?:[\0-\x08\x0e-\x1f!"$-\uffff])(?:[\0-\x08\x0e-\x1f!-\uffff])*/,
  categories: Value,
});

const vocabulary = [Blank, LineEnd, Comment, Name];

let lexer: TextLexer | undefined;

export function lex(source: Source): Tokens {
  lexer ??= lexerOf(vocabulary);
  return tokenize(lexer, source);
}
