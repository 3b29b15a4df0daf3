import type { Statement, Word } from "../../parsers/core/tree.ts";
import { isVip } from "../../parsers/keepalived/types.ts";
import type { Form } from "./forms.ts";
import { type Family, familyOf } from "./instance.ts";
import { wordsOf } from "./statements.ts";

/** What is wrong with a line of virtual_routes or virtual_rules: the daemon drops it. */
export interface Fault {
  readonly word: Word;
  readonly message: string;
  /** What is done instead of dropping the line. */
  readonly instead?: string;
}

/** The words of one line, read from left to right as keepalived reads them (vrrp_iproute.c, vrrp_iprule.c). */
export interface Line {
  readonly words: readonly Word[];
  next: number;
  family?: Family | undefined;
  readonly faults: Fault[];
  /** The options met so far, by name. */
  readonly seen: Map<string, Word>;
  /** inet or inet6, and the word after it, which is not read. */
  skipped?: { readonly by: Word; readonly word: Word };
}

export const lineOf = (statement: Statement): Line => ({
  words: wordsOf(statement),
  next: 0,
  faults: [],
  seen: new Map(),
});

/** Something stands in the line whose value is not known: nothing is said of it. */
export const isUnknown = ({ words }: Line): boolean => words.some(({ hole }) => hole);

export const blame = ({ faults }: Line, word: Word, message: string, instead?: string): void => {
  faults.push({ word, message, ...(instead ? { instead } : {}) });
};

/** What to say of the line: its first fault, or the word that inet or inet6 took the place of, which may be the cause. */
export function complaints(
  line: Line,
  dropped: string,
): readonly { word: Word; message: string; silent: boolean }[] {
  const { faults, skipped } = line;
  const fault = faults[0];
  if (isUnknown(line)) return [];
  if (skipped) {
    const message = `${skipped.word.value} is not read: keepalived skips the word after ${skipped.by.value}`;
    return [{ word: skipped.word, message: fault ? `${message}, ${dropped}` : message, silent: !fault }];
  }
  return fault
    ? [{ word: fault.word, message: `${fault.message}: ${fault.instead ?? dropped}`, silent: false }]
    : [];
}

/** The value of the option that was just read; a missing one ends the daemon. */
export function take(line: Line, option: Word): Word | undefined {
  const word = line.words[line.next++];
  if (!word) blame(line, option, `${option.value} needs a value`);
  return word;
}

/** Makes the line of this family, or blames the word that is of another. */
export function belong(line: Line, word: Word, family: Family | undefined): void {
  if (!family) return;
  if (line.family && line.family !== family)
    blame(line, word, `${word.value} is IPv${family} in an IPv${line.family} line`);
  line.family ??= family;
}

/** inet or inet6, after which one word is skipped. */
export function takeFamily(line: Line, word: Word): void {
  belong(line, word, word.value === "inet" ? 4 : 6);
  const next = line.words[line.next++];
  if (next) line.skipped ??= { by: word, word: next };
}

const everywhere: ReadonlySet<string> = new Set(["default", "any", "all"]);

/** An address, with a prefix where `net`, or a word for every address. */
export function takeAddress(line: Line, option: Word, net: boolean): void {
  const word = take(line, option);
  if (word) readAddress(line, word, net, `${option.value} ${word.value} is no address`);
}

/** As takeAddress, of a word that is already taken. */
export function readAddress(line: Line, word: Word, net: boolean, otherwise: string): void {
  if (net && everywhere.has(word.value)) {
    if (line.family)
      blame(
        line,
        word,
        `${word.value} is of no family and does not go with an IPv${line.family} address before it`,
      );
  } else if (net && word.value === "default6") belong(line, word, 6);
  else if (!isVip(word.value) || (!net && word.value.includes("/"))) blame(line, word, otherwise);
  else belong(line, word, familyOf(word.value));
}

/** A value of this form. */
export function takeForm(line: Line, option: Word, form: Form, lock = false, instead?: string): void {
  if (lock && line.words[line.next]?.value === "lock") line.next++;
  const word = take(line, option);
  if (word && !form(word.value)) blame(line, word, `${option.value} does not take ${word.value}`, instead);
}

/** Kinds of route and rule by name (rtnetlink). */
export const types: ReadonlySet<string> = new Set([
  "unicast",
  "local",
  "broadcast",
  "anycast",
  "multicast",
  "blackhole",
  "unreachable",
  "prohibit",
  "throw",
  "nat",
  "xresolve",
]);
