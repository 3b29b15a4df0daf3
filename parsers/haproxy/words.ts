import type { IToken } from "chevrotain";
import { cover, type Source, span } from "../core/source.ts";
import type { Mistake, Statement, Word } from "../core/tree.ts";
import { cook, isPlain } from "./cook.ts";
import { isBlank, PlainWords, Unclosed } from "./tokens.ts";

/** Without the byte order mark and what follows a NUL, which are mistakes of their own. */
const readable = ({ image, startOffset }: IToken): string => {
  const text = startOffset === 0 && image.startsWith("\ufeff") ? image.slice(1) : image;
  const nul = text.indexOf("\0");
  return nul < 0 ? text : text.slice(0, nul);
};

function wordOf(token: IToken, source: Source): Word {
  const { image, startOffset } = token;
  const at = span(source, startOffset, startOffset + image.length);
  const text = readable(token);
  if (isPlain(text)) return { kind: "word", value: text, at };
  const { value, quoted, references } = cook(text);
  const quote = quoted ? { quote: image.includes('"') ? ('"' as const) : ("'" as const) } : {};
  return { kind: "word", value, ...quote, at, ...(references.length > 0 ? { hole: true } : {}) };
}

/** The words of a token of plain words, which blanks divide. */
function putPlain({ image, startOffset }: IToken, source: Source, words: Word[]): void {
  for (let start = 0; start < image.length; ) {
    let end = start;
    while (end < image.length && !isBlank(image.charCodeAt(end))) end++;
    const at = span(source, startOffset + start, startOffset + end);
    words.push({ kind: "word", value: image.slice(start, end), at });
    while (isBlank(image.charCodeAt(end))) end++;
    start = end;
  }
}

/** The words of one line. */
export function lineOf(tokens: readonly IToken[], source: Source): Statement {
  const words: Word[] = [];
  for (const token of tokens)
    if (token.tokenType === PlainWords) putPlain(token, source, words);
    else words.push(wordOf(token, source));
  const [keyword, ...args] = words as [Word, ...Word[]];
  return { kind: "statement", keyword, args, at: cover(keyword.at, words.at(-1)!.at) };
}

const isSuspect = ({ tokenType, image }: IToken): boolean =>
  tokenType === Unclosed || (tokenType !== PlainWords && /["\\]/.test(image));

/** What is wrong inside one word that is suspect: an unclosed quote, a variable without a name, an unfinished escape. */
export function lexical(source: Source, token: IToken): Mistake[] {
  if (!isSuspect(token)) return [];
  const at = span(source, token.startOffset, token.startOffset + token.image.length);
  if (token.tokenType === Unclosed)
    return [
      { kind: "mistake", rule: "syntax/unclosed-quote", message: "this quote is not closed on its line", at },
    ];
  return cook(token.image).faults.map(({ message, start, end }) => ({
    kind: "mistake",
    rule: "haproxy/bad-escape",
    message,
    at: at.with({ start: at.start + start, end: at.start + end }),
  }));
}
