import type { Statement, Word } from "../../parsers/core/tree.ts";
import { isCidr } from "../../parsers/core/types.ts";
import { type Family, familyOf } from "./instance.ts";
import { wordsOf } from "./statements.ts";

/** What is wrong with a line of virtual_routes or virtual_rules: the daemon drops it. */
export interface Fault {
  readonly word: Word;
  readonly message: string;
}

/** The words of one line, read from left to right as keepalived reads them (vrrp_iproute.c, vrrp_iprule.c). */
export interface Line {
  readonly words: readonly Word[];
  next: number;
  family?: Family | undefined;
  readonly faults: Fault[];
  /** The options met so far, by name. */
  readonly seen: Map<string, Word>;
}

export const lineOf = (statement: Statement): Line => ({
  words: wordsOf(statement),
  next: 0,
  faults: [],
  seen: new Map(),
});

/** Something stands in the line whose value is not known: nothing is said of it. */
export const isUnknown = ({ words }: Line): boolean => words.some(({ hole }) => hole);

export const blame = ({ faults }: Line, word: Word, message: string): void => {
  faults.push({ word, message });
};

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

const everywhere: ReadonlySet<string> = new Set(["default", "any", "all"]);

/** An address, with a prefix where `net`, or a word for every address. */
export function takeAddress(line: Line, option: Word, net: boolean): void {
  const word = take(line, option);
  if (!word || (net && everywhere.has(word.value))) return;
  if (net && word.value === "default6") belong(line, word, 6);
  else if (!isCidr(word.value) || (!net && word.value.includes("/")))
    blame(line, word, `${option.value} ${word.value} is no address`);
  else belong(line, word, familyOf(word.value));
}

/** A value of this form. */
export function takeForm(line: Line, option: Word, form: RegExp, lock = false): void {
  if (lock && line.words[line.next]?.value === "lock") line.next++;
  const word = take(line, option);
  if (word && !form.test(word.value)) blame(line, word, `${option.value} does not take ${word.value}`);
}

export const number = /^\d+$/;
export const bit = /^[01]$/;
export const any = /^/;

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
