import { span } from "../core/source.ts";
import type { Word } from "../core/tree.ts";
import type { BracketedCstNode } from "./cst.d.ts";
import { setsOf as grammarOf, wordOf } from "./grammar.ts";
import { cut } from "./words.ts";

/** What the word behind a resource's colon is. */
export type SetKind = "role" | "action";

export const roles: readonly string[] = ["stopped", "started", "master", "slave", "promoted", "unpromoted"];
export const actions: readonly string[] = ["start", "promote", "demote", "stop"];
export const kinds: readonly string[] = ["optional", "mandatory", "serialize"];

/** The resources between two brackets, or a run of them outside brackets. */
export interface Run {
  readonly bracket?: "(" | "[";
  /** `resource` or `resource:role`. */
  readonly resources: readonly Word[];
  /** `sequential=false`, `require-all=false`. */
  readonly options: readonly Word[];
}

interface Fault {
  readonly message: string;
  readonly word: Word;
}

/** A bracket may cling to the word beside it. */
const loosened = (words: readonly Word[]): Word[] =>
  words.flatMap((word) => {
    const { value, at } = word;
    const plain = value.length > 1 && !word.hole && at.end - at.start === value.length;
    const sub = (from: number, to: number): Word => ({
      ...word,
      value: value.slice(from, to),
      at: span(at.source, at.start + from, at.start + to),
    });
    if (plain && /^[([]/.test(value)) return [sub(0, 1), sub(1, value.length)];
    if (plain && /[)\]]$/.test(value)) return [sub(0, value.length - 1), sub(value.length - 1, value.length)];
    return [word];
  });

/** The runs in the order of the text, and the first fault among them. */
function readSets(words: readonly Word[], kind: SetKind): { readonly runs: Run[]; readonly fault?: Fault } {
  const { children } = grammarOf(loosened(words));
  const faults: Fault[] = (children.CloseSet ?? []).map((token) => ({
    message: `this ${token.image} closes nothing`,
    word: wordOf(token),
  }));
  const runs: { run: Run; start: number }[] = [];
  for (const node of children.bracketed ?? []) {
    const open = wordOf(node.children.OpenSet[0]!);
    runs.push({ run: runOf(node, kind, faults), start: open.at.start });
  }
  const brackets = runs.map(({ start }) => start);
  const loose = (children.Any ?? []).map(wordOf);
  for (const word of loose) {
    const before = runs.filter(({ start }) => start < word.at.start).at(-1);
    const apart =
      !before ||
      before.run.bracket ||
      brackets.some((start) => start > before.start && start < word.at.start);
    if (apart) runs.push({ run: { resources: [], options: [] }, start: word.at.start });
    const last = apart ? runs.at(-1)! : before;
    last.run = withWord(last.run, word, kind, faults);
    runs.sort((a, b) => a.start - b.start);
  }
  const fault = faults.sort((a, b) => a.word.at.start - b.word.at.start)[0];
  return {
    runs: runs.map(({ run }) => run).filter(({ resources }) => resources.length > 0),
    ...(fault ? { fault } : {}),
  };
}

function runOf({ children }: BracketedCstNode, kind: SetKind, faults: Fault[]): Run {
  const open = wordOf(children.OpenSet[0]!);
  const bracket = open.value as "(" | "[";
  const close = children.CloseSet?.[0];
  const words = (children.Any ?? []).map(wordOf);
  const run = words.reduce<Run>((run, word) => withWord(run, word, kind, faults), {
    bracket,
    resources: [],
    options: [],
  });
  if (!close) faults.push({ message: `this ${bracket} is never closed`, word: open });
  else if (close.image !== (bracket === "(" ? ")" : "]"))
    faults.push({ message: `a ${bracket} is closed by ${bracket === "(" ? ")" : "]"}`, word: wordOf(close) });
  else if (run.resources.length === 0) faults.push({ message: "this set is empty", word: wordOf(close) });
  return run;
}

/** Told by the rule crmsh/lost-hyphen alone. */
const lostHyphen = /^(nodeattribute|requireall|losspolicy)=/;

function withWord(run: Run, word: Word, kind: SetKind, faults: Fault[]): Run {
  if (/^[([]$/.test(word.value)) {
    faults.push({ message: "sets cannot stand inside each other", word });
    return run;
  }
  if (word.value === "_rsc_set_") return run;
  if (word.value.includes("=") && !word.hole) {
    if (
      !lostHyphen.test(word.value) &&
      !/^(sequential|require-all)=(yes|true|on|1|no|false|off|0)$/i.test(word.value)
    )
      faults.push({
        message: `${word.value} is no option of a set: sequential=true or false, require-all=true or false`,
        word,
      });
    return { ...run, options: [...run.options, word] };
  }
  const { right } = cut(word, ":");
  const known = kind === "role" ? roles : actions;
  if (right && !word.hole && !known.includes(right.value.toLowerCase()))
    faults.push({
      message: `${right.value || "nothing"} is no ${kind} of a resource: ${known.join(", ")}`,
      word: right.value ? right : word,
    });
  return { ...run, resources: [...run.resources, word] };
}

export const runsOf = (words: readonly Word[], kind: SetKind): readonly Run[] => readSets(words, kind).runs;

/** The first thing in these words that crmsh would not take. */
export function setFault(words: readonly Word[], kind: SetKind): Fault | undefined {
  const { runs, fault } = readSets(words, kind);
  if (fault || runs.length > 0) return fault;
  return { message: "the names of resources must stand here", word: words[0]! };
}
