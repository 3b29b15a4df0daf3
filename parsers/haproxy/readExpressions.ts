import type { Statement, Word } from "../core/tree.ts";
import { type Call, expressionOf, type Sample } from "./expression.ts";
import { innerOf } from "./inner.ts";
import { logFormatOf } from "./logformat.ts";
import type { Expression, FormatPlace, SamplePlace } from "./modelProxy.ts";
import type { Reading } from "./readings.ts";
import { entry, tables } from "./tables.ts";
import { sizeOf } from "./units.ts";

/** What a reading found, and how many words it took. */
export interface Read {
  readonly expressions: readonly Expression[];
  readonly taken: number;
}

const isEnd = (word: Word | undefined): boolean => word?.value === "if" || word?.value === "unless";

/** Reads words by their reading, up to the `if` or `unless` that follows. */
export function readWords(
  words: readonly Word[],
  { words: letters, options }: Reading,
  statement: Statement,
  contexts: number,
): Read {
  const expressions: Expression[] = [];
  let taken = 0;
  const take = (plan: string): void => {
    for (const letter of plan) {
      const word = words[taken];
      if (!word) return;
      if (isExpression(letter, word)) {
        const place = sampleAt(words.slice(taken), statement, contexts, letter !== "X");
        expressions.push(place);
        taken += place.words.length;
        continue;
      }
      if (letter === "f") expressions.push(formatAt(word, statement, contexts));
      taken++;
    }
  };
  take(letters);
  while (options && taken < words.length && !isEnd(words[taken])) {
    const plan = entry(options, words[taken]!.value);
    taken++;
    if (plan) take(plan);
  }
  return { expressions, taken };
}

/** A number with a variable in it, which another program may replace outside of quotes, is not known. */
function isExpression(letter: string, { value }: Word): boolean {
  if (letter !== "x" && letter !== "X" && value.includes("${")) return false;
  if (letter === "n") return !/^[+-]?(\d+|0x[0-9a-f]+)$/i.test(value);
  if (letter === "t") return !/^\d+(us|ms|s|m|h|d)?$/.test(value);
  if (letter === "s") return typeof sizeOf(value) !== "number";
  return letter === "x" || letter === "X";
}

export const formatAt = (word: Word, statement: Statement, contexts: number): FormatPlace => ({
  kind: "format",
  format: word.hole ? { items: [], faults: [] } : logFormatOf(innerOf(word)),
  word,
  statement,
  contexts,
});

/** A sample at the first word, with the converters that follow as words (src/sample.c sample_parse_expr_cnv()). */
export function sampleAt(
  words: readonly Word[],
  statement: Statement,
  contexts: number,
  separate: boolean,
): SamplePlace {
  const used = [words[0]!];
  if (separate)
    for (const word of words.slice(1)) {
      if (!isConverter(word)) break;
      used.push(word);
    }
  const hole = used.some((word) => word.hole);
  const parts = used.map((word) => expressionOf(innerOf(word)));
  return { kind: "sample", sample: hole ? unknown(parts) : joined(parts), words: used, statement, contexts };
}

const isConverter = ({ value, hole }: Word): boolean =>
  !hole && entry(tables.converters, /^[A-Za-z0-9_.+-]*/.exec(value)![0]) !== undefined;

/** Of a text with variables nothing is known. */
const unknown = ([first]: readonly Sample[]): Sample => ({ converters: [], at: first!.at, faults: [] });

/** In the words after the first, what stands where a fetch would is a converter. */
const joined = ([first, ...rest]: readonly Sample[]): Sample => ({
  ...first!,
  converters: [...first!.converters, ...rest.flatMap((part): Call[] => [...callsOf(part)])],
  faults: [...first!.faults, ...rest.flatMap(({ faults }) => faults)],
});

const callsOf = ({ fetch, converters }: Sample): readonly Call[] =>
  fetch ? [fetch, ...converters] : converters;
