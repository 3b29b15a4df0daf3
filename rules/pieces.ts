import type { Piece } from "../parsers/core/format.ts";
import type { Document, Finding } from "./rule.ts";

/** What was found, and whether a rule failed over it, so that something may be missing. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly failed: boolean;
}

/** What a section was told, and under which circumstances. */
interface Told extends Judged {
  readonly circumstances: string;
  readonly around: readonly object[];
}

const told = new WeakMap<object, Told>();

/** Judges a file section by section; one that is as it was, with all that it depends on, is told as it was. `context`: of the rules. */
export function judgedPieces(
  document: Document,
  pieces: readonly Piece[],
  context: string,
  judge: (section: Document) => Judged,
): readonly Judged[] {
  const { path, root, whole } = document;
  const circumstances = JSON.stringify([context, path, root, whole]);
  return pieces.map(({ of, around = [], tree, model }) => {
    const before = of && told.get(of);
    if (before && before.circumstances === circumstances && areSame(before.around, around)) return before;
    const judged = judge({ ...document, tree: tree(), model: model() });
    if (of && !judged.failed) told.set(of, { ...judged, circumstances, around });
    return judged;
  });
}

const areSame = (a: readonly object[], b: readonly object[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);
