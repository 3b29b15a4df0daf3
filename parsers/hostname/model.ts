import type { Tree, Word } from "../core/tree.ts";

export interface Hostname {
  /** The first word that is no comment; with its domain, where one is written. */
  readonly name?: Word;
}

export function modelOf({ statements }: Tree): Hostname {
  const word = statements[0]?.keyword;
  return word && !word.hole ? { name: word } : {};
}
