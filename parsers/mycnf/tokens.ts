import { type IToken, Lexer } from "chevrotain";
import type { ReadWord } from "../core/build.ts";
import { type Source, span } from "../core/source.ts";
import { holeChar } from "../core/templateMask.ts";
import { createToken, End, lexerOf, type TextLexer, type Tokens, tokenize, Value } from "../core/tokens.ts";

const blank = /[ \t\x0b\f\r]+/;
const quoted = String.raw`"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'`;

const LineEnd = createToken({ name: "LineEnd", pattern: /\n/, categories: End, line_breaks: true });
/** The end of a line that a key, a header or an include began. */
const EndOfRest = createToken({
  name: "EndOfRest",
  pattern: /\n/,
  categories: End,
  pop_mode: true,
  line_breaks: true,
});
const Blank = createToken({ name: "Blank", pattern: blank, group: Lexer.SKIPPED });
const ByteOrderMark = createToken({ name: "ByteOrderMark", pattern: /\ufeff/, group: Lexer.SKIPPED });
/** A line that begins with `#` or `;`; inside a line only `#` begins a comment. */
const CommentLine = createToken({ name: "CommentLine", pattern: /[#;][^\n]*/, group: "comments" });
const Comment = createToken({ name: "Comment", pattern: /#[^\n]*/, group: "comments" });
/** `[mysqld]`, or without its bracket as far as the line goes. */
const Header = createToken({
  name: "Header",
  pattern: /\[[^\]\n]*\]?/,
  categories: Value,
  push_mode: "rest",
});
/** `!include`, `!includedir` and any other word behind a `!`, which mysqld leaves alone. */
const Directive = createToken({
  name: "Directive",
  pattern: /![ \t]*[^ \t\r\n]*/,
  categories: Value,
  push_mode: "path",
});
/** Up to the sign; blanks inside belong to it. */
const Key = createToken({
  name: "Key",
  pattern: /(?:[\0-\x08\x0e-\x1f"$-<>-\uffff])(?:[^=#\n])*/,
  categories: Value,
  push_mode: "option",
});
/** A line without a key before its sign. */
const NoKey = createToken({ name: "NoKey", pattern: /=/, categories: Value, push_mode: "value" });
const Sign = createToken({
  name: "Sign",
  pattern: /=/,
  categories: Value,
  pop_mode: true,
  push_mode: "value",
});
/** Strings and anything else but `#`; a quote that nothing closes takes the rest of the line, comment included. */
const Text = createToken({
  name: "Text",
  pattern: new RegExp(
    `(?:${quoted}|[\\0-\\x08\\x0e-\\x1f!$-&(-\\uffff])(?:${quoted}|[^#"'\\n])*(?:["'][^\\n]*)?`,
  ),
  categories: Value,
});
const Unclosed = createToken({ name: "Unclosed", pattern: /["'][^\n]*/, categories: Value });
/** What stands behind a header's bracket: mysqld does not read it. */
const Ignored = createToken({
  name: "Ignored",
  pattern: /[\0-\x08\x0e-\x1f!"$-\uffff][^#\n]*/,
  categories: Value,
});
const Path = createToken({
  name: "Path",
  pattern: /[\0-\x08\x0e-\x1f!-\uffff][^\n]*/,
  categories: Value,
});

const modes = {
  line: [LineEnd, Blank, ByteOrderMark, CommentLine, Header, Directive, Key, NoKey],
  option: [EndOfRest, Blank, Comment, Sign],
  value: [EndOfRest, Blank, Comment, Text, Unclosed],
  rest: [EndOfRest, Blank, Comment, Ignored],
  path: [EndOfRest, Blank, Path],
};

let lexer: TextLexer | undefined;

/** Words of a line without the blanks at their ends; what a template fills in is a hole. */
export function lex(source: Source): Tokens {
  lexer ??= lexerOf({ modes, defaultMode: "line" });
  const { tokens, comments } = tokenize(lexer, source);
  return { tokens: tokens.map((token) => trimmed(token, source)), comments };
}

function trimmed(token: IToken, source: Source): IToken {
  const image = token.image.replace(/[ \t\x0b\f\r]+$/, "");
  const hole = image.includes(holeChar);
  if (image === token.image && !hole) return token;
  if (image === "") return token;
  const at = span(source, token.startOffset, token.startOffset + image.length);
  return { ...token, image, payload: { at, ...(hole ? { hole } : {}) } };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", s: " " };

/** my_default.c: a value in one pair of quotes loses it; `\n \t \r \b \s \" \' \\` are resolved, another backslash stays. */
export const readWord: ReadWord = ({ image, tokenType }) => {
  if (tokenType !== Text && tokenType !== Unclosed) return { value: image };
  const first = image[0];
  const quote =
    (first === '"' || first === "'") && image.length > 1 && image.at(-1) === first ? first : undefined;
  const text = quote ? image.slice(1, -1) : image;
  const value = text.replace(/\\([ntrbs"'\\])/g, (_, char: string) => escapes[char] ?? char);
  return quote ? { value, quote } : { value };
};
