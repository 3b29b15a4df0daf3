import { createTokenInstance, type IToken, Lexer, tokenMatcher } from "chevrotain";
import type { ReadWord } from "../core/build.ts";
import type { KeywordDef } from "../core/schema.ts";
import { cover, type Source, type Span, span } from "../core/source.ts";
import { holeChar } from "../core/templateMask.ts";
import { Close, createToken, End, lexerOf, Open, spanOf, type TextLexer, Value } from "../core/tokens.ts";
import type { Comment, Mistake } from "../core/tree.ts";
import { keepalivedSchema } from "./schema.ts";

/** keepalived ends a line at LF only and takes every other white space of C for a blank. */
const Blank = createToken({ name: "Blank", pattern: /[ \t\v\f\r]+/, group: Lexer.SKIPPED });
const Newline = createToken({ name: "Newline", pattern: /\n/, categories: End });
/** `!` and `#` begin a comment anywhere outside double quotes; 2.2.7 drops a backslash before them and comments all the same. */
const Remark = createToken({ name: "Remark", pattern: /\\?[!#][^\n]*/, group: "comments" });
const Quoted = createToken({ name: "Quoted", pattern: /"[^"\n]*"/, categories: Value });
/** Strings never span lines. */
const Unclosed = createToken({ name: "Unclosed", pattern: /"[^"\n]*/, categories: Value });
const LeftBrace = createToken({ name: "LeftBrace", pattern: /\{/, categories: Open });
const RightBrace = createToken({ name: "RightBrace", pattern: /\}/, categories: Close });
/** Everything else, `${NAME}` included; a double quote ends it. */
const Plain = createToken({
  name: "Plain",
  pattern: /(?:\$\{[A-Za-z_][^{}"\n]*\}|\\\\|\\(?![!#])|[\0-\x08\x0e-\x1f$-[\]-z|~-\uffff])+/,
  categories: Value,
});
/** A word of a command line, read by the rules of `shellWords`. */
const Raw = createToken({ name: "Raw", pattern: Lexer.NA, categories: Value });

const vocabulary = [Blank, Newline, Remark, Quoted, Unclosed, Plain, LeftBrace, RightBrace, Raw];

let lexer: TextLexer | undefined;

/** The tokens of a text, command lines cut into their words, and its comments. */
export function lex(source: Source): { tokens: IToken[]; comments: readonly Comment[] } {
  lexer ??= lexerOf(vocabulary);
  const { tokens, groups } = lexer.tokenize(source.text);
  const comments = (groups.comments ?? []).map(
    (token): Comment => ({ kind: "comment", at: span(source, token.startOffset, endOf(token)) }),
  );
  return { tokens: withCommands(source.text, tokens), comments };
}

/** The offset after a token's last character. */
export const endOf = (token: IToken): number => token.startOffset + token.image.length;

/** A token of the same role with a place of its own. */
export const placed = (token: IToken, at: Span, hole: boolean): IToken => ({
  ...token,
  payload: hole ? { at, hole } : { at },
});

/** A brace that the text lacks, at a place of no width: where `at` begins. */
export const missingBrace = (brace: "{" | "}", at: Span): IToken => ({
  ...createTokenInstance(brace === "{" ? LeftBrace : RightBrace, "", at.start, at.start - 1, 0, 0, 0, 0),
  payload: { at: at.with({ end: at.start }) },
});

export const lineEnd = (at: number): IToken => createTokenInstance(Newline, "\n", at, at, 0, 0, 0, 0);

/** A variable or a template's tag stands in it, so that its value is not known. */
export const isHole = (token: IToken): boolean =>
  token.image.includes(holeChar) ||
  (token.tokenType !== Raw && /\$(?:\{[A-Za-z_]|[A-Za-z_]\w*(?:[\s,)]|$))/.test(token.image));

/** A backslash that ends a line is a part of the word before it, whatever blanks lie between. */
export const glued = (tokens: readonly IToken[], source: Source): IToken[] => {
  const kept: IToken[] = [];
  for (const [i, token] of tokens.entries()) {
    const before = kept.at(-1);
    const next = tokens[i + 1];
    const ends = token.image === "\\" && (!next || tokenMatcher(next, End));
    if (ends && before?.tokenType === Plain && token.tokenType === Plain)
      kept.push(joinedTo(kept.pop()!, token, source));
    else kept.push(token);
  }
  return kept;
};

const joinedTo = (first: IToken, second: IToken, source: Source): IToken => {
  const at = cover(spanOf(first, source), spanOf(second, source));
  return placed({ ...first, image: first.image + second.image }, at, isHole(first));
};

/** A `{` on a later line belongs to the keyword before it. */
export const joined = (tokens: readonly IToken[]): IToken[] => {
  const kept: IToken[] = [];
  for (const token of tokens) {
    if (tokenMatcher(token, Open)) while (kept.length > 0 && tokenMatcher(kept.at(-1)!, End)) kept.pop();
    kept.push(token);
  }
  return kept;
};

export const readWord: ReadWord = ({ tokenType, image }) => {
  if (tokenType === Quoted) return { value: image.slice(1, -1), quote: '"' };
  if (tokenType === Unclosed) return { value: image.slice(1), quote: '"' };
  if (tokenType !== Raw) return { value: image };
  const first = image[0];
  return { value: unquoted(image), ...(first === '"' || first === "'" ? { quote: first } : {}) };
};

let commandKeywords: ReadonlySet<string> | undefined;

/** Keywords whose line is a command, in whatever block. */
function commands(): ReadonlySet<string> {
  commandKeywords ??= new Set(
    Object.values(keepalivedSchema.places).flatMap(({ keywords = {} }) =>
      Object.entries(keywords)
        .filter(([, def]: [string, KeywordDef]) => def.raw)
        .map(([name]) => name),
    ),
  );
  return commandKeywords;
}

const shellWord = /(?:"(?:\\[\s\S]|[^"\\])*"?|'[^']*'?|\\[\s\S]?|[^\s"'\\])+/g;

/** Reads the lines of command keywords again: `'…'` and escapes count there. */
function withCommands(text: string, tokens: readonly IToken[]): IToken[] {
  const known = commands();
  const result: IToken[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    result.push(token);
    const before = tokens[i - 1];
    if (!known.has(token.image) || (before && tokenMatcher(before, Value))) continue;
    let last = i;
    while (last + 1 < tokens.length && tokenMatcher(tokens[last + 1]!, Value)) last++;
    if (last === i || tokens.slice(i + 1, last + 1).some(({ tokenType }) => tokenType === Unclosed)) continue;
    const from = endOf(token);
    for (const { 0: word, index } of text.slice(from, endOf(tokens[last]!)).matchAll(shellWord))
      result.push(createTokenInstance(Raw, word, from + index, from + index + word.length - 1, 0, 0, 0, 0));
    i = last;
  }
  return result;
}

const named: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  E: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const unescaped = (text: string): string =>
  text.replace(
    /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|c([\s\S])|([\s\S]))/g,
    (_, octal, hex, control, letter) =>
      octal
        ? String.fromCharCode(Number.parseInt(octal, 8))
        : hex
          ? String.fromCharCode(Number.parseInt(hex, 16))
          : control
            ? String.fromCharCode(control.charCodeAt(0) & 31)
            : (named[letter] ?? letter),
  );

const unquoted = (word: string): string =>
  word.replace(
    /"((?:\\[\s\S]|[^"\\])*)"?|'([^']*)'?|((?:\\[\s\S]?|[^"'\\])+)/g,
    (_, double, single, bare) => single ?? unescaped(double ?? bare),
  );

/** The words of a command line that is itself one word: what the daemon hands to execve. */
export const argvOf = (command: string): readonly string[] =>
  [...command.matchAll(shellWord)].map(([word]) => unquoted(word));

/** An odd number of double quotes on a line. */
export const unclosedQuotes = (tokens: readonly IToken[], source: Source): Mistake[] =>
  tokens
    .filter(({ tokenType }) => tokenType === Unclosed)
    .map((token) => ({
      kind: "mistake",
      rule: "syntax/unclosed-quote",
      message: "this quote is not closed on its line: the rest of the line is one word",
      at: spanOf(token, source),
    }));
