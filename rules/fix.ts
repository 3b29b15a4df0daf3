import { type Span, textOf } from "../parsers/core/source.ts";
import type { Edit } from "./rule.ts";

/**
 * The text after the edits; of two that overlap the later one is left out. Offsets are of the text before. Where all lines end
 * with CRLF, those of the edits do so too.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let done = 0;
  for (const { at, text: replacement } of [...edits].sort((a, b) => a.at.start - b.at.start)) {
    if (at.start < done) continue;
    const lines = replacement.includes("\n") && isCrlf(text);
    result += text.slice(done, at.start) + (lines ? replacement.replace(/\r?\n/g, "\r\n") : replacement);
    done = at.end;
  }
  return result + text.slice(done);
}

const isCrlf = (text: string): boolean => text.includes("\r\n") && !/(?:^|[^\r])\n/.test(text);

/** What stands there is the use of a variable: the word that it makes cannot be mended where it is used. */
export const isVariable = (at: Span): boolean => textOf(at).startsWith("$");
