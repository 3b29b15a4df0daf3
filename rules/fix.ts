import type { Edit } from "./rule.ts";

/** The text after the edits; of two that overlap the later one is left out. Offsets are of the text before. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let done = 0;
  for (const { at, text: replacement } of [...edits].sort((a, b) => a.at.start - b.at.start)) {
    if (at.start < done) continue;
    result += text.slice(done, at.start) + replacement;
    done = at.end;
  }
  return result + text.slice(done);
}
