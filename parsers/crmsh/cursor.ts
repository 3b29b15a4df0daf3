import { cover, type Span, span } from "../core/source.ts";
import type { Mistake, Statement, Word } from "../core/tree.ts";
import { expressionsAt } from "./grammar.ts";
import { pairOf } from "./words.ts";

/** Where the reading of one command stands. crmsh gives a command up at its first fault; so does this. */
export interface Cursor {
  readonly words: readonly Word[];
  next: number;
  readonly mistakes: Mistake[];
  /** crmsh takes no further word: the rest of the line stays unread. */
  failed: boolean;
}

export const cursorOf = (words: readonly Word[], next = 0): Cursor => ({
  words,
  next,
  mistakes: [],
  failed: false,
});

/** The next word, or nothing at the end or after a fault. */
export const peek = (cursor: Cursor): Word | undefined =>
  cursor.failed ? undefined : cursor.words[cursor.next];

export function take(cursor: Cursor): Word | undefined {
  const word = peek(cursor);
  if (word) cursor.next++;
  return word;
}

/** The next word if it is one of these, in any case. */
export const takeIf = (cursor: Cursor, pattern: RegExp): Word | undefined => {
  const word = peek(cursor);
  return word && pattern.test(word.value) ? take(cursor) : undefined;
};

export const isOne = (word: Word | undefined, names: readonly string[]): boolean =>
  !!word && names.includes(word.value.toLowerCase());

/** Says what is wrong, at the word where crmsh notices it or at the command's last. A hole may be anything. */
export function fail(cursor: Cursor, message: string, word: Word | undefined = peek(cursor)): undefined {
  if (cursor.failed) return undefined;
  cursor.failed = true;
  if (!cursor.words.some(({ hole }) => hole)) {
    const at = (word ?? cursor.words.at(-1)!).at;
    cursor.mistakes.push({ kind: "mistake", rule: "crmsh/syntax", message, at });
  }
  return undefined;
}

/** A statement below a command: what it is made of starts at `keyword`. */
export function below(keyword: Word, args: readonly Word[], statements?: readonly Statement[]): Statement {
  const last = statements?.at(-1)?.at ?? args.at(-1)?.at ?? keyword.at;
  const at = cover(cover(keyword.at, args.at(-1)?.at ?? keyword.at), last);
  const block = statements && { kind: "block" as const, open: keyword.at, statements, at };
  return { kind: "statement", keyword, args, ...(block ? { block } : {}), at };
}

const terminators = [
  "params",
  "meta",
  "utilization",
  "operations",
  "op",
  "op_params",
  "op_meta",
  "rule",
  "attributes",
];

export const idSpec = /^\$id(-ref)?=/i;
const score = /^[^:]+:$/;
const anyPair = /^([^=@$][^=]*=|\$[^:=]+(:.+)?=|@[^:]+(:.+)?$)/;
const loneName = /^[^:=]+$/;

/** `name=value`, `name`, `$id=…`, `@ref` up to the next section. Some sections know names of their own that end them. */
export function takePairs(cursor: Cursor, ends: readonly string[] = terminators): Statement[] {
  const pairs: Statement[] = [];
  for (let word = peek(cursor); word && !isOne(word, ends); word = peek(cursor)) {
    if (!word.hole && !anyPair.test(word.value) && !(ends.length > 0 && loneName.test(word.value))) break;
    pairs.push(pairOf(word));
    take(cursor);
  }
  return pairs;
}

/** `rule [$id=…] [role=…] [score:] expressions`, as many as there are. */
export function takeRules(cursor: Cursor): Statement[] {
  const rules: Statement[] = [];
  for (let keyword = takeIf(cursor, /^rule$/i); keyword; keyword = takeIf(cursor, /^rule$/i)) {
    const from = cursor.next;
    const spec = takeIf(cursor, idSpec);
    takeIf(cursor, /^\$?role=./i);
    if (!/^\$id-ref/i.test(spec?.value ?? "")) {
      takeIf(cursor, score);
      takeExpressions(cursor);
    }
    rules.push(below(keyword, cursor.words.slice(from, cursor.next)));
  }
  return rules;
}

function takeExpressions(cursor: Cursor): void {
  const words = cursor.words.slice(cursor.next);
  if (cursor.failed) return;
  const { broken, wrong, length } = expressionsAt(words);
  if (!broken) {
    cursor.next += length;
    return;
  }
  if (wrong) cursor.next = cursor.words.indexOf(wrong);
  fail(
    cursor,
    wrong
      ? `${wrong.value} does not fit into a rule here: expected is defined NAME, or NAME eq VALUE with one of lt, gt, lte, gte, eq, ne, or date …`
      : "the rule ends too early: expected is defined NAME, or NAME eq VALUE with one of lt, gt, lte, gte, eq, ne, or date …",
    wrong ?? cursor.words.at(-1),
  );
}

/** One set of pairs: `[$id=…] [score:] [rule …] name=value …`, or `$id-ref=…` alone. */
export function takeSet(cursor: Cursor, keyword: Word, ends?: readonly string[]): Statement {
  const spec = takeIf(cursor, idSpec);
  if (spec && /^\$id-ref/i.test(spec.value)) return below(keyword, [spec], []);
  const value = takeIf(cursor, score);
  const rules = takeRules(cursor);
  const pairs = takePairs(cursor, ends);
  const args = [spec, value].filter((word) => word !== undefined);
  return below(keyword, args, [...rules, ...pairs]);
}

/** An empty word where something begins that crmsh lets be left out. */
export function gap(cursor: Cursor, value: string): Word {
  const before = cursor.words[Math.max(0, cursor.next - 1)]!.at;
  const at: Span = peek(cursor)?.at ?? span(before.source, before.end, before.end);
  return { kind: "word", value, at: span(at.source, at.start, at.start) };
}
