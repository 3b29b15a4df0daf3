import { span, textOf } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";

/** What crm may join to an XML id, which is no name of XML otherwise: schema validation refuses the CIB. */
export const idPart = /^[\w.-]+$/;

/** Quotes, escapes and line joints off, as Python's shlex and crmsh take them. */
export const unquoted = (image: string): string =>
  image
    .replace(/\\+[ \t\r]*\n[ \t\r]*/g, "")
    .replace(
      /'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|\\([\s\S])/g,
      (_, single?: string, double?: string, escaped?: string) =>
        single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped ?? "",
    );

/** A part of a word's text, from offset `from` to `to` of it, without the quotes around it. */
function part(word: Word, from: number, to: number, value: string): Word {
  const { source, start } = word.at;
  const raw = textOf(word.at).slice(from, to);
  const quote = /^["']/.exec(raw)?.[0] as '"' | "'" | undefined;
  const closed = quote && raw.length > 1 && raw.endsWith(quote);
  const at = closed ? span(source, start + from + 1, start + to - 1) : span(source, start + from, start + to);
  return { kind: "word", value, at, ...(quote ? { quote } : {}), ...(word.hole ? { hole: true } : {}) };
}

/** The word cut at the first of these characters; without it, the whole word alone. */
export function cut(word: Word, separator: string): { readonly left: Word; readonly right?: Word } {
  const at = word.value.indexOf(separator);
  const raw = textOf(word.at).indexOf(separator);
  if (at < 0 || raw < 0) return { left: word };
  return {
    left: part(word, 0, raw, word.value.slice(0, at)),
    right: part(
      word,
      raw + separator.length,
      word.at.end - word.at.start,
      word.value.slice(at + separator.length),
    ),
  };
}

/** The word without its last character: the colon of a score or an id. */
export const shortened = (word: Word): Word =>
  part(word, 0, word.at.end - word.at.start - 1, word.value.slice(0, -1));

/** The word without its first characters: `@` of a template. */
export const without = (word: Word, first: number): Word =>
  part(word, first, word.at.end - word.at.start, word.value.slice(first));

/** A word that is not written, at the start of another: the class that crmsh takes by default. */
export const unwritten = ({ at }: Word, value: string): Word => ({
  kind: "word",
  value,
  at: span(at.source, at.start, at.start),
});

export const present = (...words: readonly (Word | undefined)[]): Word[] =>
  words.filter((word) => word !== undefined);

/** `name=value` as a statement: the name its keyword, the value its argument. */
export function pairOf(word: Word): Statement {
  const { left, right } = cut(word, "=");
  return { kind: "statement", keyword: left, args: right ? [right] : [], at: word.at };
}
