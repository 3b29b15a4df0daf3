import { type IToken, Lexer } from "chevrotain";
import type { ReadWord } from "../core/build.ts";
import type { Source } from "../core/source.ts";
import { createToken, lexerOf, type TextLexer, type Tokens, tokenize } from "../core/tokens.ts";

const atEnd = "(?:\\n|(?![\\s\\S]))";

const Margin = createToken({
  name: "Margin",
  pattern: /[ \t\r\v\f\n]+|\\\r?\n/,
  group: Lexer.SKIPPED,
});
/** A line that begins with `#`; a backslash at its end takes the next line in. */
const Comment = createToken({ name: "Comment", pattern: /#(?:\\\r?\n|[^\n])*/, group: "comments" });
/** `</Name>` with what stands behind it, which Apache passes over. */
export const CloseTag = createToken({ name: "CloseTag", pattern: /<\/[^\n]*/ });
/** The same where it closes no section that is open. */
export const StrayClose = createToken({ name: "StrayClose", pattern: Lexer.NA });
export const OpenTag = createToken({ name: "OpenTag", pattern: /<[A-Za-z_]\w*/, push_mode: "section" });
const letters = "[\\0-\\x08\\x0e-\\x1f!#-&(-=?-\\[\\]-\\uffff]";
const escape = "\\\\(?!\\r?\\n)";
/** A line end that a backslash takes away in the middle of a word. */
const folded = "\\\\\\r?\\n(?=[^\\s])";
export const Name = createToken({
  name: "Name",
  pattern: new RegExp(`(?:${letters}|${escape}|["'>])(?:${letters}|${escape}|${folded}|["'>])*`),
  push_mode: "line",
});
const Blank = createToken({ name: "Blank", pattern: /[ \t\r\v\f]+|\\\r?\n/, group: Lexer.SKIPPED });
export const LineEnd = createToken({ name: "LineEnd", pattern: /\n/, pop_mode: true });
/** A word in quotes; without the closing one it reaches to the line's end. */
export const Quoted = createToken({
  name: "Quoted",
  pattern: /"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?/,
});
const Word = createToken({
  name: "Word",
  pattern: new RegExp(`(?:${letters}|${escape}|>)(?:${letters}|${escape}|${folded}|["'>])*`),
});
/** The last `>` of a section's line, with what stands behind it. */
export const EndTag = createToken({ name: "EndTag", pattern: new RegExp(`>[^>\\n]*(?=${atEnd})`) });
const last = `>(?![^>\\n]*${atEnd})`;
const SectionWord = createToken({
  name: "SectionWord",
  pattern: new RegExp(`(?:${letters}|${escape}|${last})(?:${letters}|${escape}|${folded}|["']|${last})*`),
});
const Backslash = createToken({ name: "Backslash", pattern: /\\/, group: Lexer.SKIPPED });
/** A word of a directive or a section. */
export const Argument = createToken({ name: "Argument", pattern: Lexer.NA });
for (const token of [Quoted, Word, SectionWord]) token.CATEGORIES = [Argument];

const modes = {
  margin: [Margin, Comment, CloseTag, OpenTag, Name, Backslash],
  line: [LineEnd, Blank, Quoted, Word, Backslash],
  section: [LineEnd, Blank, Quoted, EndTag, SectionWord, Backslash],
};

export const vocabulary = [
  OpenTag,
  CloseTag,
  StrayClose,
  EndTag,
  Name,
  Argument,
  Quoted,
  Word,
  SectionWord,
  LineEnd,
];

let lexer: TextLexer | undefined;

export function lex(source: Source): Tokens {
  lexer ??= lexerOf({ modes, defaultMode: "margin" });
  return tokenize(lexer, source);
}

/** `</Name>` without its brackets, as written: the first word, whose last character the > must be. */
export const closedName = ({ image }: IToken): string =>
  image.slice(2).replace(/\s.*$/s, "").replace(/>$/, "");
export const isClosed = ({ image }: IToken): boolean => /^<\/\S*>(\s|$)/.test(image);

/** Quotes off; in quotes a backslash keeps the quote or backslash behind it. */
export const readWord: ReadWord = ({ tokenType, image }) => {
  if (tokenType !== Quoted) return { value: image.replace(/\\\r?\n/g, "") };
  const quote = image[0] as '"' | "'";
  const closed = image.length > 1 && image.endsWith(quote);
  return { value: image.slice(1, closed ? -1 : undefined).replace(/\\(["'\\])/g, "$1"), quote };
};
