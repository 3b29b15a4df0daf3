import { textOf } from "../parsers/core/source.ts";
import type { Tree } from "../parsers/core/tree.ts";

const places: ReadonlySet<string> = new Set(["at", "open", "close", "group", "source"]);

/** All that a tree says, without where it says it. */
const said = ({ statements, mistakes, comments }: Tree): string =>
  JSON.stringify([statements, mistakes, comments.map(({ at }) => textOf(at).trimEnd())], (key, value) =>
    places.has(key) ? undefined : value,
  );

/** Whether two texts are the same to who reads them: statements, words, comments, mistakes. */
export const saysTheSame = (a: Tree, b: Tree): boolean => said(a) === said(b);
