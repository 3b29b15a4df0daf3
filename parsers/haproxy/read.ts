import type { ReadContext } from "../core/format.ts";
import type { Source } from "../core/source.ts";
import type { Tree } from "../core/tree.ts";
import { parseHaproxy } from "./parse.ts";
import { haproxySchema } from "./schema.ts";

/** A file with those that haproxy is told to read after it: one configuration, a directory's files in the order of the C locale. */
export function readHaproxy(source: Source, { include, version, also = [] }: ReadContext): Tree {
  const tree = parseHaproxy(source, haproxySchema(), version);
  const more = also
    .flatMap((pattern) => [...(include(pattern, source) ?? [])].sort(byPath))
    .filter((one, i, all) => one !== source && all.indexOf(one) === i)
    .map((one) => parseHaproxy(one, haproxySchema(), version));
  if (more.length === 0) return tree;
  const trees = [tree, ...more];
  return {
    source,
    sources: [source, ...more.map((one) => one.source)],
    statements: trees.flatMap(({ statements }) => statements),
    comments: trees.flatMap(({ comments }) => comments),
    mistakes: trees.flatMap(({ mistakes }) => mistakes),
  };
}

const byPath = ({ path: a }: Source, { path: b }: Source): number => (a < b ? -1 : a > b ? 1 : 0);
