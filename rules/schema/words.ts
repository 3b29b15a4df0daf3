import type { ArgDef, KeywordDef } from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { commonTypes } from "../../parsers/core/types.ts";
import type { Document } from "../rule.ts";

/** A word of a statement with what it is by the schema. */
export interface Slot {
  readonly word: Word;
  /** The keyword or option that it is a value of. */
  readonly owner: string;
  readonly def: KeywordDef;
  readonly arg: ArgDef;
}

/** The words of one statement, sorted out by the schema. */
export interface Slots {
  readonly slots: readonly Slot[];
  /** Words beyond those that the keyword takes. */
  readonly extra: readonly Word[];
  /** Positional arguments that the keyword or an option needs and does not have. */
  readonly missing: readonly (Omit<Slot, "word"> & { readonly after: Word })[];
  /** Options in use, by name. */
  readonly options: readonly { readonly word: Word; readonly name: string; readonly def: KeywordDef }[];
}

/** Sorts the arguments of a statement into positions, options and surplus. A raw command line is not cut into these. */
export function slotsOf(keyword: Word, def: KeywordDef, args: readonly Word[], entry = false): Slots {
  const sorted: Sorted = { slots: [] };
  const needed = def.args?.find(({ optional }) => !optional);
  if (def.raw && needed && args.length === 0)
    sorted.missing = [{ after: keyword, owner: keyword.value, def, arg: needed }];
  if (!def.args || def.raw) return slotsFrom(sorted);
  let at = fill(keyword.value, keyword, def, args, 0, sorted, entry ? undefined : def.options);
  while (at < args.length) {
    const word = args[at]!;
    const option = def.options && optionNamed(def.options, word.value);
    at++;
    if (!option) {
      sorted.extra ??= [];
      sorted.extra.push(word);
      continue;
    }
    sorted.options ??= [];
    sorted.options.push({ word, ...option });
    at = fill(word.value, word, option.def, args, at, sorted, def.options);
  }
  return slotsFrom(sorted);
}

/** Slots while they are made: most statements have neither options nor surplus, and share one empty list. */
interface Sorted {
  readonly slots: Slot[];
  extra?: Slots["extra"][number][];
  missing?: Slots["missing"][number][];
  options?: Slots["options"][number][];
}

const slotsFrom = ({ slots, extra, missing, options }: Sorted): Slots => ({
  slots,
  extra: extra ?? none,
  missing: missing ?? none,
  options: options ?? none,
});

const none: readonly never[] = [];

type Options = Readonly<Record<string, KeywordDef>>;

/** `set-proxy-v2-tlv-fmt(0x20)` is the option before its parenthesis, `!string` the one behind its prefix. */
function optionNamed(
  options: Options,
  word: string,
): Pick<Slots["options"][number], "name" | "def"> | undefined {
  const open = word.indexOf("(");
  const name = open > 0 && !Object.hasOwn(options, word) ? word.slice(0, open) : word;
  if (Object.hasOwn(options, name)) return { name, def: options[name]! };
  const found = Object.entries(options).find(
    ([name, { prefix }]) => prefix && isPrefixed(word, prefix, name),
  );
  return found && { name: found[0], def: found[1] };
}

/** Whether the word is this name behind its prefix, be it several times. */
const isPrefixed = (word: string, prefix: string, name: string): boolean =>
  word.startsWith(prefix) &&
  (word.slice(prefix.length) === name || isPrefixed(word.slice(prefix.length), prefix, name));

/** Gives the words from `at` to the positional arguments of `def`; an optional one does not take the name of an option. */
function fill(
  owner: string,
  after: Word,
  def: KeywordDef,
  args: readonly Word[],
  at: number,
  sorted: Sorted,
  options: Readonly<Record<string, KeywordDef>> | undefined,
): number {
  let next = at;
  for (const arg of def.args ?? []) {
    do {
      const word = args[next];
      const isOption = word && isOptionFor(arg, word.value, options);
      if (!word || isOption) {
        if (!isOption && !arg.optional && !(arg.many && next > at)) {
          sorted.missing ??= [];
          sorted.missing.push({ after, owner, def, arg });
        }
        break;
      }
      sorted.slots.push({ word, owner, def, arg });
      next++;
    } while (arg.many);
  }
  return next;
}

/** Whether an option stands where this argument could. */
const isOptionFor = (
  { optional, orOption, rest }: ArgDef,
  word: string,
  options: Readonly<Record<string, KeywordDef>> | undefined,
): boolean => !!(optional || orOption) && !rest && !!options && Object.hasOwn(options, word);

/** Why the word cannot be this argument: the end of a sentence, or undefined where it can. */
export function fault(document: Document, { word, arg }: Slot): string | undefined {
  if (word.hole) return undefined;
  if (arg.oneOf) {
    const value = arg.anyCase ? word.value.toLowerCase() : word.value;
    if (arg.oneOf.some((one) => (arg.anyCase ? one.toLowerCase() : one) === value)) return undefined;
    if (!arg.type) return `is not ${oneOfText(arg.oneOf)}`;
  }
  if (arg.maxLength !== undefined && word.value.length > arg.maxLength)
    return `is longer than ${arg.maxLength} characters`;
  const check = arg.type ? (document.format.types?.[arg.type] ?? commonTypes[arg.type]) : undefined;
  return check?.(word.value, arg, word);
}

const oneOfText = (values: readonly string[]): string =>
  values.length === 1
    ? values[0]!
    : values.length <= 8
      ? `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`
      : `one of ${values.slice(0, 8).join(", ")} …`;

/** A secret by its first letter only. */
export const masked = (value: string): string => `${value.slice(0, 1)}…`;
export const shown = ({ word, arg }: Slot): string => (arg.secret ? masked(word.value) : word.value || '""');
