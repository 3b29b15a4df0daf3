import { remembered } from "./remembered.ts";
import type { Statement } from "./tree.ts";

/** A run of a long list. It is the same array for as long as it holds the same objects, so that what is found in it can be remembered. */
export type Block<One> = readonly One[];

/** About the root of the longest lists: an edit costs one look at each block and one at each object of a single block. */
const usual = 64;

/**
 * Cuts lists that change little from one edit to the next. A long list that begins or ends as an earlier one did has its
 * blocks, as far as both are the same; a short one is a single block.
 */
export function cutter<One extends object>(): (ones: readonly One[]) => readonly Block<One>[] {
  const earlier = new WeakMap<One, readonly Block<One>[]>();
  return remembered((ones) => {
    const [first, last] = [ones[0], ones.at(-1)];
    if (!first || !last) return [];
    if (ones.length < usual * 2) return [ones];
    const [byFirst, byLast] = [earlier.get(first) ?? [], earlier.get(last) ?? []];
    const blocks = cut(ones, byFirst.length < byLast.length ? byLast : byFirst);
    earlier.set(first, blocks).set(last, blocks);
    return blocks;
  });
}

function cut<One>(ones: readonly One[], before: readonly Block<One>[]): readonly Block<One>[] {
  const isAt = (block: Block<One>, start: number): boolean => {
    for (let i = 0; i < block.length; i++) if (ones[start + i] !== block[i]) return false;
    return true;
  };
  let start = 0;
  let head = 0;
  for (let block = before[head]; block && isAt(block, start); block = before[head]) {
    start += block.length;
    head++;
  }
  let end = ones.length;
  let tail = before.length;
  for (let block = before[tail - 1]; tail > head && block; block = before[tail - 1]) {
    if (end - block.length < start || !isAt(block, end - block.length)) break;
    end -= block.length;
    tail--;
  }
  const between: Block<One>[] = [];
  for (; start < end; start += usual) {
    const rest = end - start;
    between.push(ones.slice(start, rest < usual * 2 ? end : start + usual));
    if (rest < usual * 2) break;
  }
  return [...before.slice(0, head), ...between, ...before.slice(tail)];
}

/** What is found in each of the blocks of a list, one after another. */
export const gatheredFrom = <One, Found>(inOne: (one: One) => readonly Found[]) => {
  const inBlock = remembered((block: Block<One>) => block.flatMap((one) => inOne(one)));
  return (blocks: readonly Block<One>[]): readonly Found[] =>
    blocks.length === 1 ? inBlock(blocks[0]!) : blocks.flatMap(inBlock);
};

/** The statements of a file's top level in blocks. */
export const statementBlocks = cutter<Statement>();
