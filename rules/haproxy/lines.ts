import { addTo, grouped, remembered } from "../../parsers/core/remembered.ts";
import type { Source } from "../../parsers/core/source.ts";
import type { Statement, Tree, Word } from "../../parsers/core/tree.ts";
import { firstOf, lineWords } from "../../parsers/haproxy/lineWords.ts";

type Lines = Pick<Tree, "statements">;

/** Every line of the file in order: section headers, their lines, and what stands outside. */
export function* linesOf({ statements }: Lines): Generator<Statement> {
  for (const statement of statements) {
    yield statement;
    yield* statement.block?.statements ?? [];
  }
}

/** The words of a line as they stand in the file, `no` and `default` first. */
export const wordsOf = remembered((statement: Statement): readonly Word[] => [
  ...(statement.prefix ? [statement.prefix] : []),
  ...lineWords(statement),
]);

const byWord = remembered(
  (statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> =>
    grouped(linesOf({ statements }), ({ keyword }) => firstOf(keyword.value)),
);

/** The lines whose first word, `no` and `default` aside, is one of these. */
export const linesNamed = ({ statements }: Lines, ...words: readonly string[]): readonly Statement[] =>
  words.flatMap((word) => byWord(statements).get(word) ?? []);

const bySource = remembered((statements: readonly Statement[]): ReadonlyMap<Source, readonly Statement[]> => {
  const lines = new Map<Source, Statement[]>();
  for (const line of linesOf({ statements })) addTo(lines, line.at.source, line);
  return lines;
});

/**
 * The lines in whose text this pattern (of flag g) finds something, comments left out: the text is searched, and the
 * lines that are hit are looked up.
 */
export function linesHolding({ statements }: Lines, pattern: RegExp): readonly Statement[] {
  const found = new Set<Statement>();
  for (const [{ text }, lines] of bySource(statements))
    for (const { index } of text.matchAll(pattern)) {
      const line = lineAt(lines, index);
      if (line) found.add(line);
    }
  return [...found];
}

/** The line that this offset stands in; they are in the order of the text. */
function lineAt(lines: readonly Statement[], offset: number): Statement | undefined {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.at.start <= offset) low = middle;
    else high = middle - 1;
  }
  const line = lines[low];
  return line && line.at.start <= offset && offset < endOf(line) ? line : undefined;
}

/** Where the line itself ends, not its section. */
const endOf = ({ at, args, keyword }: Statement): number =>
  at.source === keyword.at.source ? (args.at(-1) ?? keyword).at.end : at.end;
