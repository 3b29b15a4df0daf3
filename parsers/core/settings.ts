import type { Block, Statement, Word } from "./tree.ts";

/** A value with the word that set it, so that a rule can point at it. */
export interface Setting<T> {
  readonly value: T;
  readonly word: Word;
  readonly statement: Statement;
}

/** Reads a word; undefined where it is not of the type, which the schema rule has already said. */
export type Reader<T> = (word: Word) => T | undefined;

export const text: Reader<string> = (word) => (word.hole ? undefined : word.value);
export const integer: Reader<number> = (word) =>
  !word.hole && /^[+-]?\d+$/.test(word.value) ? Number(word.value) : undefined;
export const decimal: Reader<number> = (word) =>
  !word.hole && /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(word.value) ? Number(word.value) : undefined;

type Statements = readonly Statement[] | Block | undefined;

const list = (from: Statements): readonly Statement[] =>
  !from ? [] : "statements" in from ? from.statements : (from as readonly Statement[]);

export const all = (from: Statements, keyword: string): readonly Statement[] =>
  list(from).filter((statement) => statement.keyword.value === keyword);

export const last = (from: Statements, keyword: string): Statement | undefined => all(from, keyword).at(-1);

/** The first argument of the last statement with this keyword: what a daemon keeps whose later settings win. */
export const setting = <T>(from: Statements, keyword: string, read: Reader<T>): Setting<T> | undefined =>
  settingOf(last(from, keyword), 0, read);

/** The argument at `index` of this statement. */
export function settingOf<T>(
  statement: Statement | undefined,
  index: number,
  read: Reader<T>,
): Setting<T> | undefined {
  const word = statement?.args[index];
  const value = word && read(word);
  return statement && word && value !== undefined ? { value, word, statement } : undefined;
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is undefined, so that a missing setting is a missing field. */
export const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
