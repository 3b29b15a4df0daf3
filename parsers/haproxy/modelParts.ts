import type { KeywordDef } from "../core/schema.ts";
import { type Setting, settingOf, text } from "../core/settings.ts";
import type { Statement, Word } from "../core/tree.ts";
import { type Address, addressOf } from "./address.ts";
import { innerOf, partOf } from "./inner.ts";
import { nameAndParameter } from "./lineWords.ts";
import type { Bind, Log, Option, Server, ServerTemplate, StickTable } from "./modelProxy.ts";
import { storedOf } from "./stored.ts";
import { timeOf } from "./units.ts";

/** Options that the table of a line knows, with what they take. */
export type OptionDefs = Readonly<Record<string, KeywordDef>>;

const none: readonly never[] = [];

/** Cuts words into options by how many words the table says each takes; an unknown one takes none. */
export function optionsOf(words: readonly Word[], defs: OptionDefs, statement: Statement): Option[] {
  const options: Option[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i++]!;
    const { name } = Object.hasOwn(defs, word.value) ? { name: word.value } : nameAndParameter(word);
    const def = Object.hasOwn(defs, name) ? defs[name] : undefined;
    const count = def?.args?.some(({ many }) => many) ? words.length : (def?.args?.length ?? 0);
    const args = count > 0 ? words.slice(i, i + count) : none;
    i += args.length;
    options.push({ name, word, args, unknown: def === undefined, statement });
  }
  return options;
}

/** The parts of a comma list of addresses, each with its place. */
export function addressesOf(word: Word): Address[] {
  if (word.hole) return [];
  const inner = innerOf(word);
  let from = 0;
  return inner.text.split(",").map((part) => {
    const address = addressOf(partOf(inner, from, from + part.length));
    from += part.length + 1;
    return address;
  });
}

/** The address that a word is, if it is known. */
export const oneAddress = (word: Word | undefined): Address | undefined =>
  word && !word.hole ? addressOf(innerOf(word)) : undefined;

export function bindOf(statement: Statement, words: readonly Word[], defs: OptionDefs): Bind {
  const [word, ...rest] = words;
  return {
    addresses: word ? addressesOf(word) : [],
    ...(word ? { word } : {}),
    options: optionsOf(rest, defs, statement),
    statement,
  };
}

export function serverOf(
  statement: Statement,
  defs: OptionDefs,
  inherited: readonly Option[],
): Server | undefined {
  const name = settingOf(statement, 0, text);
  if (!name) return undefined;
  return { ...addressed(statement, 1, defs), name, inherited };
}

/** `server-template PREFIX N|A-B ADDRESS …`. */
export function templateOf(
  statement: Statement,
  defs: OptionDefs,
  inherited: readonly Option[],
): ServerTemplate | undefined {
  const prefix = settingOf(statement, 0, text);
  const range = /^(\d+)(?:-(\d+))?$/.exec(statement.args[1]?.value ?? "");
  if (!prefix || !range) return undefined;
  const [first, last] = range[2] ? [Number(range[1]), Number(range[2])] : [1, Number(range[1])];
  return { prefix, first, last, ...addressed(statement, 2, defs), inherited };
}

/** The address at this argument and the options after it. */
export function addressed(
  statement: Statement,
  index: number,
  defs: OptionDefs,
): Pick<Server, "address" | "addressWord" | "options" | "statement"> {
  const word = statement.args[index];
  const address = oneAddress(word);
  return {
    ...(address ? { address } : {}),
    ...(word ? { addressWord: word } : {}),
    options: optionsOf(statement.args.slice(index + 1), defs, statement),
    statement,
  };
}

const logTakes: OptionDefs = {
  len: { args: [{}] },
  format: { args: [{}] },
  sample: { args: [{}] },
  profile: { args: [{}] },
};

/** `log global`, `no log`, `log TARGET [len N] [format F] [sample R] [profile P] FACILITY [LEVEL [MIN]]`. */
export function logOf(statement: Statement): Log {
  const [target, ...rest] = statement.args;
  const options: Option[] = [];
  let i = 0;
  while (rest[i] && Object.hasOwn(logTakes, rest[i]!.value)) {
    options.push({
      name: rest[i]!.value,
      word: rest[i]!,
      args: rest.slice(i + 1, i + 2),
      unknown: false,
      statement,
    });
    i += 2;
  }
  const [facility, level, minLevel] = rest.slice(i);
  const global = target?.value === "global";
  const device = global || /^(stdout|stderr|(ring|backend)@.*)$/.test(target?.value ?? "");
  const address = device ? undefined : oneAddress(target);
  return {
    negated: statement.prefix?.value === "no" || statement.keyword.value === "no log",
    global,
    ...(target && !global ? { target } : {}),
    ...(address ? { address } : {}),
    ...(facility ? { facility } : {}),
    ...(level ? { level } : {}),
    ...(minLevel ? { minLevel } : {}),
    options,
    statement,
  };
}

/** A time in milliseconds, bare numbers in `unit`; undefined where the word is none. */
export function milliseconds(word: Word, unit = "ms"): number | undefined {
  const time = word.hole ? "number" : timeOf(word.value, unit);
  return typeof time === "number" ? time : undefined;
}

/** `stick-table type …`, or the words after the name of a `table` line. */
export function stickTableOf(
  statement: Statement,
  words: readonly Word[],
  name?: Setting<string>,
): StickTable {
  const after = (keyword: string): Word | undefined =>
    words[words.findIndex(({ value }) => value === keyword) + 1 || words.length];
  const setting = <T>(word: Word | undefined, value: T | undefined): Setting<T> | undefined =>
    word && value !== undefined && !word.hole ? { value, word, statement } : undefined;
  const typeWord = after("type");
  const type = setting(typeWord, typeWord?.value);
  const size = after("size");
  const expireWord = after("expire");
  const expire = setting(expireWord, expireWord && milliseconds(expireWord));
  const peersWord = after("peers");
  const peers = setting(peersWord, peersWord?.value);
  return {
    ...(type ? { type } : {}),
    ...(name ? { name } : {}),
    ...(size ? { size } : {}),
    ...(expire ? { expire } : {}),
    nopurge: words.some(({ value }) => value === "nopurge"),
    ...(peers ? { peers } : {}),
    store: words.flatMap((word, i) =>
      word.value === "store" && words[i + 1] ? storedOf(words[i + 1]!) : [],
    ),
    statement,
  };
}
