import { type Source, type Span, span } from "../../parsers/core/source.ts";
import { walk } from "../../parsers/core/tree.ts";
import type { Document } from "../rule.ts";

/** The files of a document: the root and those of its includes that say something. */
export function filesOf({ tree }: Document): readonly Source[] {
  const sources = new Set([tree.source, ...tree.comments.map(({ at }) => at.source)]);
  for (const { at } of walk(tree.statements)) sources.add(at.source);
  return [...sources];
}

/** The places of a pattern in a text, without those inside comments. `pattern` is global. */
export function* found(
  { tree }: Document,
  source: Source,
  pattern: RegExp,
): Generator<RegExpMatchArray & { at: Span }> {
  const comments = tree.comments.filter(({ at }) => at.source === source);
  for (const match of source.text.matchAll(pattern)) {
    const at = span(source, match.index, match.index + match[0].length);
    if (comments.some((comment) => comment.at.start <= at.start && at.start < comment.at.end)) continue;
    yield Object.assign(match, { at });
  }
}
