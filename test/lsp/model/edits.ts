import { signs, tags, values } from "../../support/pieces.ts";

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const below = (random: Random, most: number): number => Math.floor(random() * most);
export const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

/** What a change puts between two offsets of a text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const words = [...values, ...tags];

/** What a hand, a paste or an undo does: keys, words, lines of other files, deletions, the whole text. No text grows beyond `most`. */
export function randomEdit(
  random: Random,
  now: string,
  first: string,
  lines: readonly string[],
  most = 4000,
): Edit {
  const kind = below(random, 100);
  if (kind < 3 || now.length > most) return { start: 0, end: now.length, text: first };
  const start = settled(now, below(random, now.length + 1));
  if (kind < 25) return { start, end: start, text: oneOf(random, signs) };
  if (kind < 40) return { start, end: start, text: oneOf(random, words) };
  if (kind < 60 && lines.length > 0) {
    const line = now.lastIndexOf("\n", start - 1) + 1;
    return { start: line, end: line, text: oneOf(random, lines) };
  }
  const end = settled(now, Math.min(now.length, start + 1 + below(random, kind < 90 ? 3 : 60)));
  const text = kind < 80 ? "" : oneOf(random, [...signs, ...words, ...lines]);
  return { start: Math.min(start, end), end: Math.max(start, end), text };
}

/** An offset that a client can name: not in the middle of CRLF or of a character. */
function settled(text: string, offset: number): number {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  const inLineEnd = before === 13 && after === 10;
  const inCharacter = (before & 0xfc00) === 0xd800 && (after & 0xfc00) === 0xdc00;
  return inLineEnd || inCharacter ? offset + 1 : offset;
}

export const applied = (text: string, edit: Edit): string =>
  text.slice(0, edit.start) + edit.text + text.slice(edit.end);

/** Line and character as a client counts them, without the server's own arithmetic. */
export function positionIn(text: string, offset: number, encoding: "utf-8" | "utf-16") {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  const last = lines.at(-1)!;
  return { line: lines.length - 1, character: encoding === "utf-16" ? last.length : Buffer.byteLength(last) };
}
