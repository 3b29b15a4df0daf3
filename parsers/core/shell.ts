import { type IToken, Lexer } from "chevrotain";
import { linesTree, type ReadWord } from "./build.ts";
import { cover, type Source, type Span, span, textOf } from "./source.ts";
import { createToken, End, lexerOf, type TextLexer, tokenize, Value } from "./tokens.ts";
import type { Mistake, Statement, Tree, Word } from "./tree.ts";

/** One part of a word: plain characters, an escape, a string, a substitution. A word may hold `#`, but not begin with it. */
const part = [
  "[!%*+,\\-./0-9:=?@A-Z\\[\\]^_a-z{}~\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\uffff]",
  "\\\\[^\\r\\n]",
  "'[^']*'",
  '"(?:\\\\[\\s\\S]|[^"\\\\])*"',
  "`[^`]*`",
  "\\$\\((?:[^()]|\\([^()]*\\))*\\)",
  "\\$\\{[^}\\n]*\\}",
  "\\$",
].join("|");

const Blank = createToken({ name: "Blank", pattern: /[ \t\r]+|\\\r?\n/, group: Lexer.SKIPPED });
const LineEnd = createToken({ name: "LineEnd", pattern: /[\n;]+/, categories: End });
const Remark = createToken({ name: "Remark", pattern: /#[^\n]*/, group: "comments" });
/** A here-document with its text, or any other redirection. */
const Redirection = createToken({
  name: "Redirection",
  pattern:
    /<<-?[ \t]*(['"]?)([A-Za-z_]\w*)\1[^\n]*\n(?:[\s\S]*?\n)?\t*\2(?![^\r\n])|[0-9]*(?:>>|>\||>&|>|<&|<>|<<<|<)[0-9-]*/,
  categories: Value,
});
const Operator = createToken({ name: "Operator", pattern: /&&|\|\||[&|()]/, categories: Value });
const Plain = createToken({
  name: "Plain",
  pattern: new RegExp(`(?:${part})(?:${part}|\\\\\\r?\\n|#)*`),
  categories: Value,
});
/** A quote that nothing closes, as far as its line goes. */
const Unclosed = createToken({ name: "Unclosed", pattern: /['"`][^\n]*/, categories: Value });
const Backslash = createToken({ name: "Backslash", pattern: /\\/, group: Lexer.SKIPPED });

const vocabulary = [Blank, LineEnd, Remark, Redirection, Operator, Plain, Unclosed, Backslash];

let lexer: TextLexer | undefined;

/** Quotes and escapes off; what a substitution stands for is not known, so its text stays. */
const unquoted = (image: string): string =>
  image.replace(
    /\\\r?\n|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|\\([^\n])/g,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\\n/g, "").replace(/\\([$`"\\])/g, "$1") ?? escaped ?? "",
  );

const readWord: ReadWord = ({ image, tokenType }) => {
  const first = image[0];
  const value = tokenType === Plain ? unquoted(image) : tokenType === Unclosed ? image.slice(1) : image;
  return first === '"' || first === "'" ? { value, quote: first } : { value };
};

/** A variable or a command's output stands in the word, outside '…'. */
const substitutes = (image: string): boolean => /[$`]/.test(image.replace(/\\[^\n]|'[^']*'/g, ""));

/** A word that ends a simple command; it stays the command's last word and shows what joins it to the next. */
export const isOperator = ({ at }: Word): boolean => /^(&&|\|\||[&|()])$/.test(textOf(at));

const isRedirection = ({ at }: Word): boolean => /^[0-9]*[<>]/.test(textOf(at));

/** `>`, whose file is the next word; `2>&1` and a here-document have none. */
const takesFile = (word: Word | undefined): boolean =>
  !!word && /^[0-9]*[<>|&]+$/.test(textOf(word.at)) && isRedirection(word);

/** The words of a command itself: no redirections with their files, no operator. */
export const plainWords = (words: readonly Word[]): Word[] =>
  words.filter((word, i) => !isOperator(word) && !isRedirection(word) && !takesFile(words[i - 1]));

/**
 * The simple commands of a shell script, one statement each. There is no grammar of `if`, `for` and `case`: their words
 * begin statements of their own. A word with a substitution is a hole.
 */
export function shellTree(source: Source): Tree {
  lexer ??= lexerOf(vocabulary);
  const read = tokenize(lexer, source);
  const tree = linesTree(source, read, readWord);
  const statements = tree.statements.flatMap(commandsOf);
  return { ...tree, statements, mistakes: unclosedQuote(source, read.tokens) };
}

/** The commands of one line: an operator ends one. */
function commandsOf(line: Statement): Statement[] {
  const commands: Word[][] = [[]];
  for (const word of [line.keyword, ...line.args]) {
    commands.at(-1)!.push(substitutes(textOf(word.at)) ? { ...word, hole: true } : word);
    if (isOperator(word)) commands.push([]);
  }
  return commands.filter((words) => words.length > 0).map(commandOf);
}

function commandOf(words: readonly Word[]): Statement {
  const [keyword, ...args] = words;
  return { kind: "statement", keyword: keyword!, args, at: cover(keyword!.at, words.at(-1)!.at) };
}

/** An unclosed quote is told at the first string that runs over a line's end: there the quotes went out of step. */
function unclosedQuote(source: Source, tokens: readonly IToken[]): Mistake[] {
  const last = tokens.find(({ tokenType }) => tokenType === Unclosed);
  if (!last) return [];
  const stretched = tokens.find(
    ({ tokenType, image, startOffset }) =>
      tokenType === Plain && startOffset < last.startOffset && /["'][^"'\n]*\n/.test(image),
  );
  const from = stretched ? stretched.startOffset + stretched.image.search(/["']/) : last.startOffset;
  return [
    {
      kind: "mistake",
      rule: "syntax/unclosed-quote",
      message: `this ${source.text[from]} is never closed: sh stops at the end of the file with a syntax error`,
      at: lineFrom(source, from),
    },
  ];
}

function lineFrom(source: Source, from: number): Span {
  const end = source.text.indexOf("\n", from);
  return span(source, from, end < 0 ? source.text.length : end);
}
