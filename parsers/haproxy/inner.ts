import { type Span, textOf } from "../core/source.ts";
import type { Word } from "../core/tree.ts";
import { cook } from "./cook.ts";

/** The text inside a word or a part of it, with the way back to the file. */
export interface Inner {
  /** Unquoted. */
  readonly text: string;
  /** The place in the file of a range of `text`. */
  readonly spanOf: (start: number, end: number) => Span;
}

/** What is wrong inside a word, as a sentence fragment. */
export interface Fault {
  readonly message: string;
  readonly at: Span;
}

/** A word's unquoted text. Where the word's own span is not its raw text (a joined or made word), its whole span stands for all of it. */
export function innerOf(word: Word): Inner {
  const { at } = word;
  const raw = textOf(at);
  if (raw === word.value)
    return { text: raw, spanOf: (start, end) => at.with({ start: at.start + start, end: at.start + end }) };
  const { value, offsets } = cook(raw);
  if (value !== word.value) return { text: word.value, spanOf: () => at };
  return {
    text: value,
    spanOf: (start, end) =>
      at.with({
        start: at.start + offsets[start]!,
        end: at.start + (end > start ? offsets[end - 1]! + 1 : offsets[end]!),
      }),
  };
}

export const partOf = ({ text, spanOf }: Inner, from: number, to: number): Inner => ({
  text: text.slice(from, to),
  spanOf: (start, end) => spanOf(from + start, from + end),
});
