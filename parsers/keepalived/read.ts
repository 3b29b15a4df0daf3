import { type Reader, type Setting, settingOf } from "../core/settings.ts";
import type { Block, Statement, Word } from "../core/tree.ts";
import { isIp } from "../core/types.ts";
import type { Account, Command, Flag } from "./model.ts";
import { argvOf } from "./tokens.ts";
import { bareAddress } from "./types.ts";

export const uint: Reader<number> = ({ hole, value }) =>
  !hole && /^\+?\d+$/.test(value) ? Number(value) : undefined;
export const int: Reader<number> = ({ hole, value }) =>
  !hole && /^[+-]?\d+$/.test(value) ? Number(value) : undefined;
export const address: Reader<string> = ({ hole, value }) =>
  !hole && isIp(bareAddress(value)) ? bareAddress(value) : undefined;

const truth: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  yes: true,
  off: false,
  false: false,
  no: false,
};

/** A boolean that is true where its keyword stands alone. */
export const bool = (from: Block | undefined, keyword: string): Flag | undefined => {
  const statement = from?.statements.findLast((one) => one.keyword.value === keyword);
  if (!statement) return undefined;
  const word = statement.args[0] ?? statement.keyword;
  const value = statement.args[0] ? truth[word.value] : true;
  return value === undefined || word.hole ? undefined : { value, word, statement };
};

/** A flag: set by its mere presence, whatever follows. */
export const flag = (from: Block | undefined, keyword: string): Flag | undefined => {
  const statement = from?.statements.findLast((one) => one.keyword.value === keyword);
  return statement && { value: true, word: statement.keyword, statement };
};

/** The last of the statements with any of these keywords, synonyms of each other. */
export const either = <T>(
  from: Block | undefined,
  keywords: readonly string[],
  read: Reader<T>,
): Setting<T> | undefined =>
  settingOf(
    from?.statements.findLast(({ keyword }) => keywords.includes(keyword.value)),
    0,
    read,
  );

export const account = (statement: Statement | undefined): Account | undefined => {
  const [user, group] = statement?.args ?? [];
  return statement && user && { statement, user, ...(group ? { group } : {}) };
};

export const command = (statement: Statement | undefined): Command | undefined => {
  const [word, user, group] = statement?.args ?? [];
  if (!statement || !word) return undefined;
  const text = word.value;
  return {
    statement,
    text,
    word,
    argv: argvOf(text),
    ...(user ? { user } : {}),
    ...(group ? { group } : {}),
  };
};

/** The commands of the keywords that match, in the order of the file. */
export const commands = (from: Block | undefined, keyword: RegExp): Command[] =>
  (from?.statements ?? [])
    .filter((statement) => keyword.test(statement.keyword.value))
    .flatMap((statement) => command(statement) ?? []);

/** The entries of all list blocks of this name; an entry's keyword is its first word. */
export const entries = (from: Block | undefined, keyword: string): Statement[] =>
  (from?.statements ?? [])
    .filter((statement) => statement.keyword.value === keyword)
    .flatMap(({ block }) => block?.statements ?? []);

/** An entry's first word as a setting. */
export const first = <T>(entry: Statement, read: Reader<T>): Setting<T> | undefined => {
  const value = read(entry.keyword);
  return value === undefined ? undefined : { value, word: entry.keyword, statement: entry };
};

/** The value after the option of an entry: `weight 5`. */
export const option = <T>(
  entry: Statement,
  name: string | readonly string[],
  read: Reader<T>,
): Setting<T> | undefined => {
  const at = entry.args.findIndex(({ value }) =>
    typeof name === "string" ? value === name : name.includes(value),
  );
  return at < 0 ? undefined : settingOf(entry, at + 1, read);
};

export const has = (entry: Statement, name: string): boolean =>
  entry.args.some(({ value }) => value === name);

export const nameOf = (statement: Statement): Setting<string> | undefined => settingOf(statement, 0, anyText);
export const anyText: Reader<string> = ({ value }: Word) => value;
