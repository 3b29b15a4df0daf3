import { type Block, statementBlocks } from "../../parsers/core/blocks.ts";
import { grouped, remembered, rememberedBy } from "../../parsers/core/remembered.ts";
import { lastBefore } from "../../parsers/core/source.ts";
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

/** The lines whose first word, `no` and `default` aside, is one of these. */
export function linesNamed({ statements }: Lines, ...words: readonly string[]): readonly Statement[] {
  const pattern = new RegExp(words.map((word) => word.replace(/\W/g, "\\$&")).join("|"), "g");
  return linesHolding({ statements }, pattern).filter(({ keyword }) =>
    words.includes(firstOf(keyword.value)),
  );
}

/**
 * The lines in whose text this pattern (of flag g) finds something, comments left out: the text is searched, and the
 * lines that are hit are looked up.
 */
export const linesHolding = ({ statements }: Lines, pattern: RegExp): readonly Statement[] =>
  statementBlocks(statements).flatMap((block) => found(block, pattern.source));

const found = rememberedBy((block: Block<Statement>, source: string) => [
  ...search(block, new RegExp(source, "g")),
]);

function search(block: Block<Statement>, pattern: RegExp): ReadonlySet<Statement> {
  const hit = new Set<Statement>();
  for (const [{ text }, sections] of grouped(block, ({ at }) => at.source)) {
    const [start, end] = [sections[0]!.at.start, sections.at(-1)!.at.end];
    const length = sections.reduce((sum, { at }) => sum + at.end - at.start, 0);
    const searched = length * 2 > end - start ? [{ start, end }] : sections.map(({ at }) => at);
    for (const { start, end } of searched)
      for (const { index } of text.slice(start, end).matchAll(pattern)) {
        const line = lineAt(sections, start + index);
        if (line) hit.add(line);
      }
  }
  return hit;
}

/** The line that this offset stands in: a section's header, a line of its block, or one outside. */
function lineAt(sections: readonly Statement[], offset: number): Statement | undefined {
  const section = lastBefore(sections, offset);
  const inside = section?.block && lastBefore(section.block.statements, offset);
  const line = inside ?? section;
  return line && offset < endOf(line) ? line : undefined;
}

/** Where the line itself ends, not its section. */
const endOf = ({ args, keyword }: Statement): number => (args.at(-1) ?? keyword).at.end;
