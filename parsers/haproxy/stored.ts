import type { Span } from "../core/source.ts";
import type { Word } from "../core/tree.ts";
import { innerOf } from "./inner.ts";

/** One kind of data that a stick table keeps: `http_req_rate(10s)` is name "http_req_rate", args "10s". */
export interface Stored {
  readonly name: string;
  readonly args?: string;
  readonly argsAt?: Span;
  /** The closing parenthesis is there, or none is needed. */
  readonly closed: boolean;
  readonly at: Span;
  readonly word: Word;
}

/** The entries of the word after `store`, cut at the commas outside parentheses (src/stick_table.c parse_stick_table()). */
export function storedOf(word: Word): Stored[] {
  const { text, spanOf } = innerOf(word);
  const found: Stored[] = [];
  for (let from = 0; from < text.length; ) {
    const [whole = ""] = /^[^,(]*(?:\([^)]*\)?[^,(]*)*/.exec(text.slice(from))!;
    const last = [...whole.matchAll(/\(([^)]*)(\)?)/g)].at(-1);
    const start = from + (last?.index ?? 0) + 1;
    const args = last?.[1];
    found.push({
      name: /^[^(]*/.exec(whole)![0],
      ...(args === undefined ? {} : { args, argsAt: spanOf(start, start + args.length) }),
      closed: last?.[2] !== "",
      at: spanOf(from, from + whole.length),
      word,
    });
    from += whole.length + 1;
  }
  return found;
}
