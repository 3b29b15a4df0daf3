import type { Block } from "../parsers/core/blocks.ts";
import type { Part, Piece, Pieces } from "../parsers/core/format.ts";
import { addTo, areSame, grouped } from "../parsers/core/remembered.ts";
import { lastBefore, type Source } from "../parsers/core/source.ts";
import type { Document, Finding } from "./rule.ts";

/** What was found, and whether a rule failed over it, so that something may be missing. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly failed: boolean;
}

/** What was found in a section or in a block of them, and under which circumstances. */
interface Told {
  readonly findings: readonly Finding[];
  readonly circumstances: string;
  readonly around: readonly object[];
}

/** By `Piece.of` and by block. */
const told = new WeakMap<object, Told>();

/**
 * Judges a file by rules whose findings in a section hang on that section: those that are as they were, with all that they
 * depend on, are told as they were, the others are judged together. `context`: of the rules.
 */
export function judgedPieces(
  document: Document,
  { blocks, around, only, rest }: Pieces,
  context: string,
  judge: (part: Document) => Judged,
): Judged {
  const { path, root, whole } = document;
  const circumstances = JSON.stringify([context, path, root, whole]);
  const toldOf = (one: object): readonly Finding[] | undefined => {
    const before = told.get(one);
    return before?.circumstances === circumstances && areSame(before.around, around)
      ? before.findings
      : undefined;
  };
  const changed = blocks.flatMap((block) => (toldOf(block) ? [] : block.filter(({ of }) => !toldOf(of))));
  const judgedPart = (part: Part): Judged => judge({ ...document, ...part });
  const judged = changed.length > 0 ? judgedPart(only(changed)) : nothing;
  const others = judgedPart(rest);
  const found = bySection(judged.findings, changed);
  const tell = (of: object, findings: readonly Finding[]): readonly Finding[] => {
    if (!judged.failed) told.set(of, { findings, circumstances, around });
    return findings;
  };
  for (const { of } of changed) tell(of, found.get(of) ?? []);
  const inBlock = (block: Block<Piece>): readonly Finding[] =>
    toldOf(block) ??
    tell(
      block,
      block.flatMap(({ of }) => found.get(of) ?? toldOf(of) ?? []),
    );
  return {
    findings: [...others.findings, ...blocks.flatMap(inBlock)],
    failed: judged.failed || others.failed,
  };
}

const nothing: Judged = { findings: [], failed: false };

/** The findings by the section that each stands in. What stands outside all of them is found again with the rest. */
function bySection(
  findings: readonly Finding[],
  sections: readonly Piece[],
): ReadonlyMap<object, readonly Finding[]> {
  const found = new Map<object, Finding[]>();
  const among = grouped(sections, ({ at }): Source => at.source);
  for (const finding of findings) {
    const section = lastBefore(among.get(finding.at.source) ?? [], finding.at.start);
    if (section && finding.at.start < section.at.end) addTo(found, section.of, finding);
  }
  return found;
}
