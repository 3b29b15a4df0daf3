import { type IToken, Lexer } from "chevrotain";
import type { ReadWord } from "../core/build.ts";
import { type Source, span } from "../core/source.ts";
import {
  createToken,
  End,
  lexerOf,
  spanOf,
  type TextLexer,
  type Tokens,
  tokenize,
  Value,
} from "../core/tokens.ts";
import type { Mistake } from "../core/tree.ts";
import { continuedComment } from "./comments.ts";
import { unquoted } from "./words.ts";

/** A backslash at a line's end takes the next line in, without its indentation; blanks may follow it. */
const joint = "\\\\+[ \\t\\r]*\\n[ \\t\\r]*";

/** One part of a word, as Python's shlex reads it: plain characters, an escape, a string; lines are joined before. */
const part = [
  "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f!#-&(-\\[\\]-\\uffff]",
  `${joint}(?![ \\t\\r\\n])`,
  "\\\\[^\\r\\n]",
  `"(?:${joint}|\\\\[^\\n]|[^"\\\\\\n])*"`,
  `'(?:${joint}|[^'\\n])*'`,
].join("|");

/** crmsh takes `#` for a comment where a line begins with it; such a line may be continued too. */
const Remark = createToken({
  name: "Remark",
  pattern: new RegExp(`#(?:${joint}|[^\\n])*`),
  group: "comments",
});
const Blank = createToken({ name: "Blank", pattern: /[ \t\r]+/, group: Lexer.SKIPPED });
const Joint = createToken({ name: "Joint", pattern: new RegExp(joint), group: Lexer.SKIPPED });
const word = { pattern: new RegExp(`(?:${part})+`), categories: Value };
const First = createToken({ name: "First", ...word, push_mode: "rest" });
const Word = createToken({ name: "Word", ...word });
/** A quote that nothing closes on its line. */
const unclosed = { pattern: /["'][^\n]*/, categories: Value };
const FirstUnclosed = createToken({ name: "FirstUnclosed", ...unclosed, push_mode: "rest" });
const Unclosed = createToken({ name: "Unclosed", ...unclosed });
const Backslash = createToken({ name: "Backslash", pattern: /\\/, group: Lexer.SKIPPED });
const EmptyLine = createToken({ name: "EmptyLine", pattern: /\n/, categories: End });
const LineEnd = createToken({ name: "LineEnd", pattern: /\n/, categories: End, pop_mode: true });

const modes = {
  line: [EmptyLine, Blank, Joint, Remark, First, FirstUnclosed, Backslash],
  rest: [LineEnd, Blank, Joint, Word, Unclosed, Backslash],
};

let lexer: TextLexer | undefined;

export const readWord: ReadWord = ({ image, tokenType }) => {
  const first = image[0];
  const broken = tokenType === Unclosed || tokenType === FirstUnclosed;
  const value = broken ? image.slice(1) : unquoted(image);
  return first === '"' || first === "'" ? { value, quote: first } : { value };
};

/** The words of a text by logical line, and what is wrong with the lines themselves. */
export function lex(source: Source): { readonly read: Tokens; readonly mistakes: readonly Mistake[] } {
  lexer ??= lexerOf({ modes, defaultMode: "line" });
  const read = tokenize(lexer, source);
  const mistakes = [
    ...read.tokens.filter(isUnclosed).map((token) => unclosedQuote(token, source)),
    ...read.comments.flatMap(continuedComment),
  ];
  return { read, mistakes };
}

const isUnclosed = ({ tokenType }: IToken): boolean => tokenType === Unclosed || tokenType === FirstUnclosed;

function unclosedQuote(token: IToken, source: Source): Mistake {
  const { start, end } = spanOf(token, source);
  return {
    kind: "mistake",
    rule: "syntax/unclosed-quote",
    message: "this quote is not closed on its line: crm stops with an error and loads nothing of the file",
    at: span(source, start, end),
  };
}
