import { type Span, span } from "../../parsers/core/source.ts";

/** The blanks before a place on its line. */
export function indentOf({ source, start }: Span): string {
  const line = source.text.lastIndexOf("\n", start - 1) + 1;
  return /^[ \t]*/.exec(source.text.slice(line, start))![0];
}

/** The whole line of a place, its end included: what a fix deletes. */
export function lineOf({ source, start, end }: Span): Span {
  const line = source.text.lastIndexOf("\n", start - 1) + 1;
  const next = source.text.indexOf("\n", end);
  return span(source, line, next < 0 ? source.text.length : next + 1);
}
