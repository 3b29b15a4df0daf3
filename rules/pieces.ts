import type { Part, Pieces } from "../parsers/core/format.ts";
import { addTo, areSame, grouped } from "../parsers/core/remembered.ts";
import { lastBefore, type Source } from "../parsers/core/source.ts";
import type { Document, Finding } from "./rule.ts";

/** What was found, and whether a rule failed over it, so that something may be missing. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly failed: boolean;
}

/** What was found in a section, and under which circumstances. */
interface Told {
  readonly findings: readonly Finding[];
  readonly circumstances: string;
  readonly around: readonly object[];
}

const told = new WeakMap<object, Told>();

/**
 * Judges a file by rules whose findings in a section hang on that section: those that are as they were, with all that they
 * depend on, are told as they were, the others are judged together. `context`: of the rules.
 */
export function judgedPieces(
  document: Document,
  { sections, around, only, rest }: Pieces,
  context: string,
  judge: (part: Document) => Judged,
): Judged {
  const { path, root, whole } = document;
  const circumstances = JSON.stringify([context, path, root, whole]);
  const isFresh = (one: object): boolean => {
    const before = told.get(one);
    return before?.circumstances === circumstances && areSame(before.around, around);
  };
  const changed = sections.filter(({ of }) => !isFresh(of));
  const judgedPart = (part: Part): Judged => judge({ ...document, ...part });
  const judged = changed.length > 0 ? judgedPart(only(new Set(changed.map(({ of }) => of)))) : nothing;
  const found = bySection(judged.findings, changed);
  const others = judgedPart(rest);
  if (!judged.failed)
    for (const { of } of changed) told.set(of, { findings: found.get(of) ?? [], circumstances, around });
  return {
    findings: [
      ...others.findings,
      ...sections.flatMap(({ of }) => found.get(of) ?? told.get(of)?.findings ?? []),
    ],
    failed: judged.failed || others.failed,
  };
}

const nothing: Judged = { findings: [], failed: false };

/** The findings by the section that each stands in. What stands outside all of them is found again with the rest. */
function bySection(
  findings: readonly Finding[],
  sections: Pieces["sections"],
): ReadonlyMap<object, readonly Finding[]> {
  const found = new Map<object, Finding[]>();
  const among = grouped(sections, ({ at }): Source => at.source);
  for (const finding of findings) {
    const section = lastBefore(among.get(finding.at.source) ?? [], finding.at.start);
    if (section && finding.at.start < section.at.end) addTo(found, section.of, finding);
  }
  return found;
}
