import { textOf } from "../parsers/core/source.ts";
import type { Word } from "../parsers/core/tree.ts";
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

/** The word stands in the text as it is, with nothing such as a variable that makes it: it can be mended where it stands. */
export const isWritten = ({ at, value }: Word): boolean => textOf(at).includes(value);
