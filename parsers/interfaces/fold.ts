import type { ReadContext } from "../core/format.ts";
import { cover, type Source, textOf } from "../core/source.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";

/** The text without the line ends that a `\` takes out. */
export const unbroken = (text: string): string => text.replaceAll("\\\n", "");

/** First words that end the stanza before them: all others are options of the stanza they stand in. */
export const isHeader = (keyword: string): boolean =>
  /^(?:iface|mapping|auto|source|no-auto-down|no-scripts|rename|allow-.+|source-dir.*)$/.test(keyword);

/** Lines as stanzas: the options of `iface` and `mapping` become their block. Options of no stanza stay where they are. */
export function folded(statements: readonly Statement[]): Statement[] {
  const stanzas: Statement[] = [];
  let header: Statement | undefined;
  let options: Statement[] = [];
  const close = (): void => {
    if (header) stanzas.push(withBlock(header, options));
    header = undefined;
    options = [];
  };
  for (const statement of statements) {
    const { value } = statement.keyword;
    if (isHeader(value)) {
      close();
      if (value === "iface" || value === "mapping") header = statement;
      else stanzas.push(statement);
    } else if (header) options.push(option(statement));
    else stanzas.push(statement);
  }
  close();
  return stanzas;
}

function withBlock(header: Statement, statements: readonly Statement[]): Statement {
  const at = cover(header.at, (statements.at(-1) ?? header).at);
  return { ...header, at, block: { kind: "block", open: header.at, statements, at } };
}

/** An option's value is the rest of its line, as ifupdown keeps it. */
function option(statement: Statement): Statement {
  const { args } = statement;
  const [first] = args;
  if (!first || args.length === 1) return statement;
  const at = cover(first.at, args.at(-1)!.at);
  const hole = args.some((word) => word.hole) ? { hole: true as const } : {};
  return { ...statement, args: [{ kind: "word", value: unbroken(textOf(at)), at, ...hole }] };
}

/** The tree with the stanzas of sourced files behind the line that sources them; each file is read once. */
export function sourced(
  tree: Tree,
  context: ReadContext,
  parse: (source: Source) => Tree,
  seen: Set<Source> = new Set([tree.source]),
): Tree {
  const mistakes = [...tree.mistakes];
  const read = (file: Source): readonly Statement[] => {
    if (seen.has(file)) return [];
    seen.add(file);
    const inner = sourced(parse(file), context, parse, seen);
    mistakes.push(...inner.mistakes);
    return inner.statements;
  };
  const statements = tree.statements.flatMap((statement) => [
    statement,
    ...included(statement, tree.source, context).flatMap(read),
  ]);
  return { ...tree, statements, mistakes };
}

function included({ keyword, args }: Statement, from: Source, { include }: ReadContext): Source[] {
  const find = (word: Word, pattern: string): readonly Source[] =>
    word.hole || /[$`~]/.test(word.value) ? [] : (include(pattern, from) ?? []);
  if (keyword.value === "source") return args.flatMap((word) => find(word, word.value));
  if (!keyword.value.startsWith("source-dir")) return [];
  return args.flatMap((word) =>
    find(word, `${word.value.replace(/\/+$/, "")}/*`).filter(({ path }) => /(?:^|\/)[\w-]+$/.test(path)),
  );
}
