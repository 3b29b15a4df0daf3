import type { Span } from "./source.ts";
import type { Tree } from "./tree.ts";

/** A file as machines of another name read it. */
export interface Elsewhere {
  readonly tree: Tree;
  /** What only they see: elsewhere in the file they find what all find. */
  readonly lines: readonly Span[];
  /** No file that its includes name is unknown. */
  readonly whole: boolean;
}

const known = new WeakMap<Tree, readonly Elsewhere[]>();

/** [] for a file that says the same to all machines. */
export const elsewhereOf = (tree: Tree): readonly Elsewhere[] => known.get(tree) ?? [];

/** The tree, with what the file is to other machines. */
export function withElsewhere(tree: Tree, others: readonly Elsewhere[]): Tree {
  if (others.length > 0) known.set(tree, others);
  return tree;
}

export const isSeenBy = ({ lines }: Elsewhere, { source, start, end }: Span): boolean =>
  lines.some((line) => line.source === source && line.start <= start && end <= line.end);
