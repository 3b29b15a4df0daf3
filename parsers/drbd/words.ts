import type { IToken } from "chevrotain";
import { type Source, type Span, span } from "../core/source.ts";
import type { Mistake } from "../core/tree.ts";
import { endOf, foreign, is, isHole, joined, longest, Quoted, Unclosed, Wrapped } from "./tokens.ts";

/** Where a comment of another language ends that begins with this token: C's, C++'s; undefined where it is none. */
export function remark({ text }: Source, { image, startOffset }: IToken): number | undefined {
  if (image.startsWith("//")) {
    const line = text.indexOf("\n", startOffset);
    return trimmed(text, startOffset, line < 0 ? text.length : line);
  }
  if (!image.startsWith("/*")) return undefined;
  const close = text.indexOf("*/", startOffset + 2);
  return close < 0 ? text.length : close + 2;
}

const trimmed = (text: string, start: number, end: number): number =>
  start + text.slice(start, end).trimEnd().length;

/** What drbdadm cannot read of a word: foreign characters, a quote over lines or without end, too many characters. */
export function wordMistakes(source: Source, token: IToken): Mistake[] {
  const { image } = token;
  const at = span(source, token.startOffset, endOf(token));
  if (isHole(token)) return [];
  if (is(token, Wrapped)) return [wrapped(at, image)];
  if (is(token, Unclosed))
    return [mistake("syntax/unclosed-quote", at, "this quote is not closed on its line")];
  const quoted = is(token, Quoted);
  const length = quoted ? image.length - 2 : image.length;
  const most = quoted ? longest.quoted : longest.plain;
  if (length > most)
    return [
      mistake(
        "drbd/long-word",
        at,
        `a word of ${length} characters: drbd takes ${most} at most and stops reading here`,
      ),
    ];
  if (quoted) return [];
  const index = image.search(foreign);
  if (index < 0) return [];
  const where = span(source, at.start + index, at.start + index + 1);
  return [
    mistake(
      "drbd/foreign-character",
      where,
      `drbd takes ${image[index]} in quotes only and stops reading here`,
    ),
  ];
}

const mistake = (rule: string, at: Span, message: string): Mistake => ({
  kind: "mistake",
  rule,
  message,
  at,
});

const wrapped = (at: Span, image: string): Mistake => ({
  ...mistake("drbd/quote-newline", at, "this quote runs over a line end, which drbd does not allow"),
  fix: { title: "join the lines", safe: false, edits: [{ at, text: joined(image) }] },
});

/** drbdadm takes the three bytes for a keyword. */
export const byteOrderMark = (source: Source): Mistake[] =>
  source.text.startsWith("\ufeff")
    ? [
        {
          ...mistake(
            "drbd/byte-order-mark",
            span(source, 0, 1),
            "the file begins with a byte order mark, which drbd takes for a keyword",
          ),
          fix: { title: "remove it", safe: true, edits: [{ at: span(source, 0, 1), text: "" }] },
        },
      ]
    : [];
