import { lineText, positionAt, type Source } from "../parsers/core/source.ts";
import { applyEdits } from "./fix.ts";
import type { Edit, Finding, Fix } from "./rule.ts";

/** What a run of fixes is given. Files are known by their shown path, of which each has one. */
export interface Fixing {
  /** All findings of the workspace with these texts in place of what the files hold. */
  readonly judge: (texts: ReadonlyMap<string, string>) => Promise<readonly Finding[]>;
  readonly wanted: (fix: Fix) => boolean;
  readonly mayEdit: (source: Source) => boolean;
}

/** A file before and after. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface Fixed {
  /** Files that belong together, because one fix changes them all: all of a group are to be written or none. */
  readonly groups: readonly (readonly Change[])[];
  readonly applied: readonly Finding[];
  /** Taken back, for what they would lead to. */
  readonly refused: readonly Refused[];
}

export interface Refused {
  readonly finding: Finding;
  /** An error that was not there before; undefined: the same would be found again, there or after a few more fixes. */
  readonly error?: Finding;
}

/** A finding with a fix that is to be tried. */
type Fixable = Finding & { readonly fix: Fix };

/** After so many passes what is left overlaps without end. */
const mostPasses = 10;

/** Applies fixes, in passes: those that overlap wait for the next one, and one that would add an error or change nothing for good is left out. */
export async function fixAll({ judge, wanted, mayEdit }: Fixing): Promise<Fixed> {
  const applied: Fixable[] = [];
  const refused = new Map<string, Refused>();
  const firsts = new Map<string, string>();
  let texts: ReadonlyMap<string, string> = new Map();
  let findings = await judge(texts);
  const states = new Set([stateOf(texts)]);
  const waiting = new Set<string>();
  let settled = 0;
  for (let pass = 0; pass < mostPasses; pass++) {
    const chosen = apartOf(
      findings
        .filter((finding): finding is Fixable => isEffective(finding) && wanted(finding.fix))
        .filter((finding) => finding.fix.edits.every(({ at }) => mayEdit(at.source)))
        .filter((finding) => !waiting.has(keyOf(finding))),
    );
    if (chosen.length === 0) {
      // What was refused before other fixes were made may be right after them.
      if (waiting.size === 0 || applied.length === settled) break;
      settled = applied.length;
      waiting.clear();
      continue;
    }
    const base = { texts, findings };
    const kept: Fixable[] = [];
    const attempt = async (more: readonly Fixable[]): Promise<void> => {
      const all = [...kept, ...more];
      const after = textsAfter(base.texts, all);
      const found = await judge(after);
      const [error] = addedErrors(base.findings, found, all);
      if (!error && !states.has(stateOf(after)) && !isVain(base.findings, found, all)) {
        kept.push(...more);
        for (const finding of more) refused.delete(keyOf(finding));
        texts = after;
        findings = found;
      } else if (more.length === 1) {
        const finding = more[0]!;
        refused.set(keyOf(finding), { finding, ...(error ? { error } : {}) });
        waiting.add(keyOf(finding));
      } else {
        const half = more.length >> 1;
        await attempt(more.slice(0, half));
        await attempt(more.slice(half));
      }
    };
    await attempt(chosen);
    for (const { at } of kept.flatMap(({ fix }) => fix.edits))
      if (!firsts.has(at.source.path)) firsts.set(at.source.path, at.source.text);
    applied.push(...kept);
    states.add(stateOf(texts));
  }
  const changes = [...firsts].flatMap(([path, before]) => {
    const after = texts.get(path) ?? before;
    return after === before ? [] : [{ path, before, after }];
  });
  return { groups: grouped(changes, applied), applied, refused: told([...refused.values()]) };
}

const isEffective = (finding: Finding): finding is Fixable =>
  finding.fix?.edits.some(({ at, text }) => at.source.text.slice(at.start, at.end) !== text) ?? false;

/** Those that do not touch each other, the first of two that do. */
function apartOf(fixable: readonly Fixable[]): Fixable[] {
  const taken = new Map<Source, Edit[]>();
  return fixable.filter(({ fix }) => {
    const mine = fix.edits.map((edit) => ({ edit, others: taken.get(edit.at.source) ?? [] }));
    const free = mine.every(({ edit, others }, i) =>
      [...others, ...mine.slice(0, i).map((one) => one.edit)].every((other) => !touches(edit, other)),
    );
    if (free)
      for (const { edit } of mine) taken.set(edit.at.source, [...(taken.get(edit.at.source) ?? []), edit]);
    return free;
  });
}

/** What is inserted where another edit begins or ends has no order with it. */
const touches = ({ at: a }: Edit, { at: b }: Edit): boolean =>
  a.source === b.source &&
  (a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end);

function textsAfter(texts: ReadonlyMap<string, string>, fixes: readonly Fixable[]): Map<string, string> {
  const edits = new Map<Source, Edit[]>();
  for (const edit of fixes.flatMap(({ fix }) => fix.edits))
    edits.set(edit.at.source, [...(edits.get(edit.at.source) ?? []), edit]);
  const after = new Map(texts);
  for (const [source, mine] of edits) after.set(source.path, applyEdits(source.text, mine));
  return after;
}

const stateOf = (texts: ReadonlyMap<string, string>): string => JSON.stringify([...texts].sort());

/** A fix that stays the same while other lines come and go. */
const keyOf = ({ rule, at, fix }: Fixable): string =>
  [rule, at.source.path, lineText(at.source, positionAt(at.source, at.start).line), fix.title].join("\0");

/** The errors of `after` that `before` has not at the same place, places counted as they were before the fixes. */
export function addedErrors(
  before: readonly Finding[],
  after: readonly Finding[],
  fixes: readonly Pick<Fixable, "fix">[],
): Finding[] {
  const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === "error");
  return added(errors(before), errors(after), fixes);
}

/** The findings of `after` that `before` has not at the same place. */
export function added(
  before: readonly Finding[],
  after: readonly Finding[],
  fixes: readonly Pick<Fixable, "fix">[],
): Finding[] {
  const edits = editsOf(fixes);
  const left = new Map<string, number>();
  for (const finding of before) {
    const name = nameOf(finding, placeOf(finding, edits));
    left.set(name, (left.get(name) ?? 0) + 1);
  }
  return after.filter((finding) => {
    const name = nameOf(finding, placeBefore(finding, edits));
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count <= 0;
  });
}

/** Whether after one of the fixes the same is found in the same place, with the same fix. */
function isVain(before: readonly Finding[], after: readonly Finding[], fixes: readonly Fixable[]): boolean {
  const edits = editsOf(fixes);
  const mended = new Set(fixes.map((one) => `${nameOf(one, placeOf(one, edits))}\0${one.fix.title}`));
  const others = before.filter((finding) => !fixes.some((one) => one === finding));
  return added(others, after, fixes).some((one) =>
    mended.has(`${nameOf(one, placeBefore(one, edits))}\0${one.fix?.title}`),
  );
}

const editsOf = (fixes: readonly Pick<Fixable, "fix">[]): Edit[] =>
  fixes.flatMap(({ fix }) => fix.edits).sort((a, b) => a.at.start - b.at.start);

const nameOf = ({ rule, at }: Finding, place: number): string => `${rule}\0${at.source.path}\0${place}`;

/** Where a finding stands; inside an edit, where that begins. */
function placeOf({ at: { source, start } }: Finding, edits: readonly Edit[]): number {
  const within = edits.find(({ at }) => at.source === source && at.start <= start && start < at.end);
  return within?.at.start ?? start;
}

/** Where a finding of the text after stood before; inside an edit, where that begins. */
function placeBefore({ at: { source, start: offset } }: Finding, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { at, text } of edits) {
    if (at.source.path !== source.path) continue;
    const start = at.start + shift;
    if (offset < start) break;
    if (offset < start + text.length) return at.start;
    shift += text.length - (at.end - at.start);
  }
  return offset - shift;
}

/** One of those that a user cannot tell apart: a line that another fix changed is tried again. */
const told = (refused: readonly Refused[]): Refused[] => [
  ...new Map(
    refused.map((one) => [
      [one.finding.rule, one.finding.at.source.path, one.finding.fix?.title].join("\0"),
      one,
    ]),
  ).values(),
];

function grouped(changes: readonly Change[], applied: readonly Fixable[]): Change[][] {
  const group = new Map(changes.map((change) => [change.path, [change]]));
  for (const { fix } of applied) {
    const mine = [...new Set(fix.edits.flatMap(({ at }) => group.get(at.source.path) ?? []))];
    const all = [...new Set(mine.flatMap(({ path }) => group.get(path)!))];
    for (const { path } of all) group.set(path, all);
  }
  return [...new Set(group.values())];
}
