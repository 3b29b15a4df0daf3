import { type Source, type Span, span } from "../parsers/core/source.ts";

/** `text` in place of what stands at `at`. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/** The edit, where it changes anything. */
export function edit(source: Source, start: number, end: number, text: string): Edit[] {
  return source.text.slice(start, end) === text ? [] : [{ at: span(source, start, end), text }];
}

/** The text after edits that are in order and do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const { at, text: put } of edits) {
    result += text.slice(from, at.start) + put;
    from = at.end;
  }
  return result + text.slice(from);
}
