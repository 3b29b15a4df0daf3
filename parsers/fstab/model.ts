import { span } from "../core/source.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";

/** One of the comma-separated mount options, with its own place: `heartbeat=local`. */
export interface MountOption {
  readonly name: string;
  readonly value?: string;
  readonly word: Word;
}

export interface FstabEntry {
  readonly device: Word;
  readonly point: Word;
  /** "none" for a bind mount by custom. */
  readonly type: Word;
  /** All options' word; absent where the line ends after the type. */
  readonly optionsWord?: Word;
  readonly options: readonly MountOption[];
  /** Order of the checks at boot, 0 for none. */
  readonly pass?: Word;
  readonly statement: Statement;
}

export interface Fstab {
  readonly entries: readonly FstabEntry[];
}

/** Lines of fewer than three fields, which mount ignores, are left out; so are those with a template's value in them. */
export const modelOf = ({ statements }: Tree): Fstab => ({
  entries: statements.filter((statement) => !wordsOf(statement).some(({ hole }) => hole)).flatMap(entryOf),
});

const wordsOf = ({ keyword, args }: Statement): Word[] => [keyword, ...args];

function entryOf(statement: Statement): FstabEntry[] {
  const [device, point, type, options, , pass] = wordsOf(statement);
  if (!device || !point || !type) return [];
  return [
    {
      device,
      point,
      type,
      options: options ? optionsOf(options) : [],
      statement,
      ...(options ? { optionsWord: options } : {}),
      ...(pass ? { pass } : {}),
    },
  ];
}

/** A comma in quotes separates nothing: SELinux contexts hold some. */
export function optionsOf({ at }: Word): MountOption[] {
  const text = at.source.text.slice(at.start, at.end);
  return [...text.matchAll(/(?:"[^"]*"?|[^",])+/g)].map(({ 0: option, index }) => {
    const [name = "", ...value] = option.split("=");
    const start = at.start + index;
    const word: Word = { kind: "word", value: option, at: span(at.source, start, start + option.length) };
    return value.length > 0 ? { name, value: value.join("="), word } : { name, word };
  });
}

export const hasOption = ({ options }: FstabEntry, ...names: readonly string[]): boolean =>
  options.some(({ name }) => names.includes(name));
