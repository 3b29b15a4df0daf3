import { textOf } from "../parsers/core/source.ts";
import type { Tree } from "../parsers/core/tree.ts";

const places: ReadonlySet<string> = new Set(["at", "open", "close", "group", "source"]);

/** All that a tree says, without where it says it. */
const said = ({ statements, mistakes, comments }: Tree, mended: string): string => {
  const kept = mistakes.filter(({ rule }) => rule !== mended);
  const texts = comments.map(({ at }) => textOf(at).trimEnd());
  return JSON.stringify([statements, kept, texts], (key, value) => (places.has(key) ? undefined : value));
};

/** Whether two texts are the same to who reads them: statements, words, comments, mistakes but those of the rule `mended`. */
export const saysTheSame = (a: Tree, b: Tree, mended: string): boolean => said(a, mended) === said(b, mended);
