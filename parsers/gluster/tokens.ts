import { Lexer } from "chevrotain";
import { linesTree, type ReadWord } from "../core/build.ts";
import type { Source } from "../core/source.ts";
import { createToken, lexerOf, type TextLexer, tokenize, Value } from "../core/tokens.ts";
import type { Word } from "../core/tree.ts";

const Blank = createToken({ name: "VolfileBlank", pattern: /[ \t\r\n]+/, group: Lexer.SKIPPED });
/** Where a word could begin; in a word `#` is a letter. */
const Comment = createToken({ name: "VolfileComment", pattern: /#[^\n]*/, group: "comments" });
const Quoted = createToken({
  name: "VolfileQuoted",
  pattern: /"(?:\\[^\n]|[^"\\\n])*"?/,
  categories: Value,
});
/** Run by a shell, and what it prints stands in its place. */
const Command = createToken({ name: "VolfileCommand", pattern: /`[^`]*`?/, categories: Value });
const letter = "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f!$-\\[\\]-_a-\\uffff]";
const Plain = createToken({
  name: "VolfileWord",
  pattern: new RegExp(`${letter}(?:${letter}|#)*`),
  categories: Value,
});
const Backslash = createToken({ name: "VolfileBackslash", pattern: /\\/, group: Lexer.SKIPPED });

let lexer: TextLexer | undefined;

const readWord: ReadWord = ({ tokenType, image }) => {
  if (tokenType === Command) return { value: image, hole: true };
  if (tokenType !== Quoted) return { value: image };
  const closed = image.length > 1 && image.endsWith('"');
  return { value: image.slice(1, closed ? -1 : undefined).replace(/\\(.)/g, "$1"), quote: '"' };
};

/** All words of a file in a row, because line ends mean nothing here, and its comments. */
export function wordsOf(source: Source): {
  readonly words: readonly Word[];
  readonly comments: ReturnType<typeof linesTree>["comments"];
} {
  lexer ??= lexerOf([Blank, Comment, Quoted, Command, Plain, Backslash]);
  const { statements, comments } = linesTree(source, tokenize(lexer, source), readWord);
  return { words: statements.flatMap(({ keyword, args }) => [keyword, ...args]), comments };
}
