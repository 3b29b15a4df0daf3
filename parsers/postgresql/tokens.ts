import { Lexer } from "chevrotain";
import type { ReadWord } from "../core/build.ts";
import type { Source } from "../core/source.ts";
import { createToken, End, lexerOf, type TextLexer, type Tokens, tokenize, Value } from "../core/tokens.ts";

const Newline = createToken({ name: "Newline", pattern: /\n/, categories: End, line_breaks: true });
const Blank = createToken({ name: "Blank", pattern: /[ \t\x0b\f\r]+/, group: Lexer.SKIPPED });
const Comment = createToken({ name: "Comment", pattern: /#[^\n]*/, group: "comments" });
/** guc-file.l STRING: `''` stands for one quote, and a backslash begins an escape. */
const Quoted = createToken({ name: "Quoted", pattern: /'(?:[^'\\\n]|\\[^\n]|'')*'/, categories: Value });
const Unclosed = createToken({ name: "Unclosed", pattern: /'[^\n]*/, categories: Value });
const Equals = createToken({ name: "Equals", pattern: /=/, categories: Value });
/** Whether it is a word to the server is told by `words.ts`. */
const Plain = createToken({
  name: "Plain",
  pattern: /(?:[\0-\x08\x0e-\x1f!"$-&(-<>-\uffff])+/,
  categories: Value,
});

const vocabulary = [Newline, Blank, Comment, Quoted, Unclosed, Equals, Plain];

let lexer: TextLexer | undefined;

export function lex(source: Source): Tokens {
  lexer ??= lexerOf(vocabulary);
  return tokenize(lexer, source);
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** Quotes off and escapes resolved, as DeescapeQuotedString does. */
export const readWord: ReadWord = ({ image, tokenType }) => {
  if (tokenType === Unclosed) return { value: image.slice(1), quote: "'" };
  if (tokenType !== Quoted) return { value: image };
  const value = image
    .slice(1, -1)
    .replace(/''|\\([0-7]{1,3})|\\([^\n])/g, (_, octal?: string, char?: string) =>
      octal ? String.fromCharCode(Number.parseInt(octal, 8)) : char ? (escapes[char] ?? char) : "'",
    );
  return { value, quote: "'" };
};
