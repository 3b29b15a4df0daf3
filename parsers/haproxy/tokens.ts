import { Lexer, type TokenType } from "chevrotain";
import { createToken, End, lexerOf, type TextLexer, Value } from "../core/tokens.ts";

/**
 * A word is pieces glued together: plain text, `\\` with a character, `"weak"` and `'strong'` quotes. `#` outside quotes
 * begins a comment even inside a word. Blanks are those of the C locale; bytes from 0x80 are ordinary
 * (src/tools.c parse_line()).
 */
const WordToken = createToken({
  name: "Word",
  pattern: /(?:[\x00-\x08\x0e-\x1f!$-&(-[\]-\uffff]|\\[^\r\n]|"(?:[^"\\\r\n]|\\[^\r\n])*"|'[^'\r\n]*')+/,
  categories: [Value],
});
/**
 * Words of a line that stand as they are read, blanks between them; most lines are one such token. What is glued to a
 * quote, a backslash, a NUL or a byte order mark is left to `Word`.
 */
export const PlainWords = createToken({
  name: "PlainWords",
  pattern:
    /[\x01-\x08\x0e-\x1f!$-&(-[\]-\ufefe\uff00-\uffff](?:[\x01-\x09\x0b\f\x0e-!$-&(-[\]-\ufefe\uff00-\uffff]*[\x01-\x08\x0e-\x1f!$-&(-[\]-\ufefe\uff00-\uffff])?(?![\x00-\x08\x0e-\x1f!"$-\uffff])/,
  categories: [Value],
});
/** A quote that its line does not close, up to the end of the line. */
export const Unclosed = createToken({ name: "Unclosed", pattern: /["'][^\r\n]*/, categories: [Value] });
/** A backslash that ends a line is a word: nothing continues a line. */
const LastBackslash = createToken({ name: "LastBackslash", pattern: /\\/, categories: [Value] });
/** With the empty lines and the indentation that follow. */
const LineEnd = createToken({ name: "LineEnd", pattern: /(?:\r?\n[ \t\v\f]*)+/, categories: [End] });
/** What follows a lone CR is never read. */
const AfterCr = createToken({ name: "AfterCr", pattern: /\r[^\n]*/, group: "comments" });
const CommentToken = createToken({ name: "Comment", pattern: /#[^\r\n]*/, group: "comments" });
/** Of a character's code: what stands between words. */
export const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 11 || code === 12;
const Blank = createToken({ name: "Blank", pattern: /[ \t\v\f]+/, group: Lexer.SKIPPED });

const vocabulary: readonly TokenType[] = [
  Blank,
  LineEnd,
  AfterCr,
  CommentToken,
  PlainWords,
  WordToken,
  Unclosed,
  LastBackslash,
];

let lexer: TextLexer | undefined;
export const haproxyLexer = (): TextLexer => {
  lexer ??= lexerOf(vocabulary);
  return lexer;
};
