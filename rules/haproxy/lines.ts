import type { Statement, Tree, Word } from "../../parsers/core/tree.ts";
import { lineWords } from "../../parsers/haproxy/lineWords.ts";

/** Every line of the file in order: section headers, their lines, and what stands outside. */
export function* linesOf({ statements }: Pick<Tree, "statements">): Generator<Statement> {
  for (const statement of statements) {
    yield statement;
    yield* statement.block?.statements ?? [];
  }
}

const known = new WeakMap<Statement, readonly Word[]>();

/** The words of a line as they stand in the file, `no` and `default` first. */
export function wordsOf(statement: Statement): readonly Word[] {
  let words = known.get(statement);
  if (!words) {
    words = [...(statement.prefix ? [statement.prefix] : []), ...lineWords(statement)];
    known.set(statement, words);
  }
  return words;
}
