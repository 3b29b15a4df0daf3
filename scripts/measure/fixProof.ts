import { lineText, positionAt, type Span, textOf } from "../../parsers/core/source.ts";
import type { Tree } from "../../parsers/core/tree.ts";
import { added, fixAll } from "../../rules/fixes.ts";
import type { Edit, Finding, Fix } from "../../rules/rule.ts";
import { edited, type Files } from "../../test/support/cluster.ts";
import { isAbout, mendedBy, without } from "./hidden.ts";

/** A lone file or a cluster, and what judges it. */
export interface Subject {
  /** A format's id, or where the cluster is from. */
  readonly kind: string;
  readonly name: string;
  readonly files: Files;
  /** Of a mutant: the files before the mistakes, and with either of them alone. */
  readonly originals?: readonly Files[];
  readonly judge: (files: Files) => readonly Finding[];
  readonly treeOf: (path: string, text: string) => Tree | undefined;
}

/** Something to be told of a fix. `pair`: "rule → rule" of the finding fixed and of one that stands there then. */
export interface Sight {
  readonly pair: string;
  readonly safe: boolean;
  readonly name: string;
  readonly message: string;
}

export interface Proof {
  readonly tried: number;
  /** Those that do not keep what they promise. */
  readonly wrong: readonly Sight[];
  /** With them an error would stand there, so that halint takes them back. */
  readonly takenBack: readonly Sight[];
  /** Warnings and infos that stand there after a fix, because the mistake hid them. */
  readonly revealed: readonly Sight[];
}

type Fixable = Finding & { readonly fix: Fix };

/**
 * Each fix alone, or with its twins: it removes its finding, adds no error that halint would not take it back for, and touches nothing but its edits.
 * All of them together: a second run changes nothing.
 * `known`: what was tried alone on the same line of a subject of that name, which is not tried again.
 */
export async function proofOf(subject: Subject, known = new Set<string>()): Promise<Proof> {
  const { files, judge, name } = subject;
  const before = judge(files);
  const fixable = before.filter((one): one is Fixable => (one.fix?.edits.length ?? 0) > 0);
  const wrong: Sight[] = [];
  const takenBack: Sight[] = [];
  const revealed: Sight[] = [];
  const sight = ({ rule, fix }: Finding, to: string, message: string): Sight => ({
    pair: `${rule} → ${to}`,
    safe: fix?.safe ?? false,
    name,
    message,
  });
  const fresh = fixable.filter((finding) => {
    const key = [name, finding.rule, finding.message, lineOf(finding.at)].join("\0");
    return !known.has(key) && known.add(key);
  });
  for (const finding of fresh) {
    const untidy = untidiness(files, finding.fix);
    if (untidy) wrong.push(sight(finding, untidy, finding.fix.title));
    const together = [finding, ...twinsOf(finding, fixable)];
    const edits = together.flatMap(({ fix }) => fix.edits);
    const changed = edited(files, edits);
    const after = judge(changed);
    const more = added(before, after, together);
    const errors = more.filter(({ severity }) => severity === "error");
    const because = ({ at, message }: Finding) =>
      `${finding.message} [${finding.fix.title}] → ${numberOf(at)}: ${message}`;
    const caused = finding.fix.safe ? causedBy(more, subject, edits, changed) : [];
    wrong.push(...caused.map((one) => sight(finding, `adds ${one.rule}`, because(one))));
    const count = (findings: readonly Finding[]) => findings.filter((one) => isSame(one, finding)).length;
    if (Object.entries(files).every(([path, text]) => changed[path] === text))
      wrong.push(sight(finding, "changes nothing", finding.message));
    else if (errors.length > 0)
      takenBack.push(...errors.map((one) => sight(finding, one.rule, because(one))));
    else if (count(after) >= count(before))
      wrong.push(sight(finding, "does not remove its finding", finding.message));
    else revealed.push(...more.map((one) => sight(finding, one.rule, because(one))));
  }
  const kinds = new Set(fixable.map(({ fix }) => !fix.safe));
  for (const unsafe of fresh.length > 0 ? kinds : []) {
    const once = await allFixed(subject, files, unsafe);
    if (once.applied.length === 0) continue;
    const twice = await allFixed(subject, once.files, unsafe);
    const [first] = twice.applied;
    if (first) wrong.push(sight(first, `a second run${unsafe ? " of all" : ""}`, `${first.fix?.title}`));
  }
  return { tried: fresh.length, wrong, takenBack, revealed };
}

/** The same fix in the same file of the other machines, which stays the same file only when all of them are mended. */
const twinsOf = ({ rule, at, fix }: Fixable, fixable: readonly Fixable[]): Fixable[] =>
  fixable.filter(
    (one) =>
      one.rule === rule &&
      one.fix.title === fix.title &&
      one.at.source !== at.source &&
      pathInNode(one) === pathInNode({ at }),
  );

const pathInNode = ({ at }: Pick<Finding, "at">): string => at.source.path.slice(at.source.path.indexOf("/"));

/**
 * Of the findings added those that the mistake did not hide: a file that was written right from the start would have the others too,
 * as they are about the very statement that was mended, or stand there without it, where rules kept silent about all of the file, or
 * stood there before the mistake, or without the mutant's other one.
 */
function causedBy(
  more: readonly Finding[],
  subject: Subject,
  edits: readonly Edit[],
  changed: Files,
): readonly Finding[] {
  if (more.length === 0) return [];
  const mended = mendedBy(edits, (path) => subject.treeOf(path, changed[path] ?? ""));
  const notIn = (some: readonly Finding[], files: Files): readonly Finding[] => {
    if (some.length === 0) return some;
    const found = subject.judge(files);
    return some.filter((one) => !found.some((other) => isSame(one, other)));
  };
  const others = more.filter((one) => !isAbout(one, mended));
  const caused = (subject.originals ?? []).reduce(notIn, others);
  if (mended.every(({ ranges }) => ranges.length === 0)) return caused;
  const rest = mended.map(({ path, ranges }) => [path, without(changed[path] ?? "", ranges)]);
  return notIn(caused, { ...changed, ...Object.fromEntries(rest) });
}

const numberOf = ({ source, start }: Span): number => positionAt(source, start).line + 1;

const lineOf = ({ source, start }: Span): string => lineText(source, positionAt(source, start).line);

const isSame = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule && a.message === b.message && a.at.source.path === b.at.source.path;

function untidiness(files: Files, { edits }: Fix): string | undefined {
  const sorted = [...edits].sort((a, b) => a.at.start - b.at.start);
  const isInside = ({ at }: Edit): boolean => {
    const text = files[at.source.path];
    return text !== undefined && at.start >= 0 && at.start <= at.end && at.end <= text.length;
  };
  if (!edits.every(isInside)) return "an edit lies outside the text";
  if (sorted.some((one, i) => sorted.slice(0, i).some((other) => overlaps(other, one))))
    return "its edits overlap";
  if (sorted.some(({ at, text }) => textOf(at).includes("\r\n") && /(?<!\r)\n/.test(text)))
    return "it changes line ends";
  return undefined;
}

const overlaps = ({ at: a }: Edit, { at: b }: Edit): boolean =>
  a.source === b.source && a.start < b.end && b.start < a.end;

async function allFixed({ judge }: Subject, files: Files, unsafe: boolean) {
  const { groups, applied } = await fixAll({
    judge: async (texts) => judge({ ...files, ...Object.fromEntries(texts) }),
    wanted: ({ safe }) => safe || unsafe,
    mayEdit: ({ path }) => path in files,
  });
  const after = groups.flat().map((change) => [change.path, change.after]);
  return { files: { ...files, ...Object.fromEntries(after) } as Files, applied };
}
