import { linesTree } from "../core/build.ts";
import type { ReadContext } from "../core/format.ts";
import { cover, type Source, span, textOf } from "../core/source.ts";
import type { Comment, Mistake, Statement, Tree, Word } from "../core/tree.ts";
import { groupName, isServerGroup } from "./groups.ts";
import * as say from "./mistakes.ts";
import { optionName, plainName } from "./names.ts";
import { lex, readWord } from "./tokens.ts";

/** One file as it stands: groups with their options, and the includes where they stand. */
export function parse(source: Source): Tree {
  const tree = linesTree(source, lex(source), readWord);
  const mistakes: Mistake[] = [...tree.mistakes, ...say.byteOrderMark(source)];
  const statements: Statement[] = [];
  let header: Statement | undefined;
  let body: Statement[] = [];
  const close = (): void => {
    if (header) statements.push(groupOf(header, body));
    header = undefined;
    body = [];
  };
  for (const line of tree.statements) {
    const text = textOf(line.keyword.at);
    if (text.startsWith("[")) {
      close();
      header = line;
      if (!text.endsWith("]")) mistakes.push(say.openHeader(line.keyword.at));
      continue;
    }
    const statement = text.startsWith("!") ? directiveOf(line) : optionOf(line, header);
    mistakes.push(...say.faultsOf(statement, header));
    if (header) body.push(statement);
    else statements.push(statement);
  }
  close();
  return { ...tree, statements, mistakes };
}

/** What stands between the brackets; blanks at its end do not count, those at its beginning do. */
const groupText = ({ keyword }: Pick<Statement, "keyword">): string =>
  textOf(keyword.at)
    .replace(/^\[|\]$/g, "")
    .trimEnd();

/** `[mysqld]` with the lines up to the next header; words behind the bracket are its arguments. */
function groupOf({ keyword, args }: Statement, statements: readonly Statement[]): Statement {
  const written = groupText({ keyword });
  const { source, start } = keyword.at;
  const at = span(source, start + 1, start + 1 + written.length);
  const whole = statements.reduce((all, one) => cover(all, one.at), keyword.at);
  return {
    kind: "statement",
    keyword: { kind: "word", value: groupName(written), at, ...(keyword.hole ? { hole: true } : {}) },
    args,
    block: { kind: "block", open: keyword.at, statements, at: whole },
    at: whole,
  };
}

/** `!include PATH`: the keyword is `include`, whatever blanks stand behind the `!`. */
function directiveOf(line: Statement): Statement {
  const { keyword } = line;
  return { ...line, keyword: { ...keyword, value: keyword.value.replace(/^!\s*/, "!") } };
}

/** The name as the server knows it, the value as the one argument; `key=` has an empty value, `key` none. */
function optionOf(line: Statement, header: Statement | undefined): Statement {
  const { keyword, args } = line;
  const [sign, value] = args;
  const server = header && isServerGroup(groupName(groupText(header)));
  const { name, prefixes } = server
    ? optionName(keyword.value)
    : { name: plainName(keyword.value), prefixes: [] };
  const word: Word = { ...keyword, value: name };
  const prefix = prefixes.length > 0 ? { prefix: { ...keyword, value: prefixes.join("_") } } : {};
  const common = { kind: "statement", keyword: word, at: line.at, ...prefix } as const;
  if (!sign) return { ...common, args: [] };
  const empty: Word = { kind: "word", value: "", at: span(sign.at.source, sign.at.end, sign.at.end) };
  return { ...common, args: [value ?? empty] };
}

/** What mysqld sees of a file: `!include` and `!includedir` followed where they stand; a group never reaches into another file. */
export function read(source: Source, context: ReadContext): Tree {
  const comments: Comment[] = [];
  const mistakes: Mistake[] = [];

  const statementsOf = (file: Source, above: readonly string[]): Statement[] => {
    const tree = parse(file);
    comments.push(...tree.comments);
    mistakes.push(...tree.mistakes);
    const follow = (statement: Statement): Statement[] =>
      included(statement, file, above).flatMap((one) => statementsOf(one, [...above, one.path]));
    return tree.statements.flatMap((statement) => {
      const { block } = statement;
      if (!block) return [statement, ...follow(statement)];
      return split(statement, block.statements.map(follow));
    });
  };

  const included = ({ keyword, args }: Statement, from: Source, above: readonly string[]): Source[] => {
    const path = args[0];
    const folder = keyword.value === "!includedir";
    if (!path || path.hole || !path.value.startsWith("/") || !(folder || keyword.value === "!include"))
      return [];
    if (above.length > deepest) return [];
    const pattern = folder ? `${path.value.replace(/\/+$/, "")}/*.cnf` : path.value;
    const files = context.include(pattern, from);
    if (files?.length === 0) mistakes.push(say.missing(path.at, path.value, folder));
    return (files ?? []).filter((file) => !above.includes(file.path));
  };

  const statements = statementsOf(source, [source.path]);
  return { source, statements, comments, mistakes };
}

/** MAX_INCLUDE_DEPTH of mysys/my_default.c: a deeper include is left out with a warning. */
const deepest = 10;

/** A group in whose middle other files come in, as its part before and its part behind them. */
function split(group: Statement, followed: readonly (readonly Statement[])[]): Statement[] {
  const { block } = group;
  if (!block || followed.every((files) => files.length === 0)) return [group];
  const parts: Statement[] = [];
  let from = 0;
  const take = (to: number): void => {
    const statements = block.statements.slice(from, to);
    from = to;
    if (statements.length > 0 || parts.length === 0)
      parts.push({ ...group, block: { ...block, statements } });
  };
  followed.forEach((files, i) => {
    if (files.length === 0) return;
    take(i + 1);
    parts.push(...files);
  });
  take(block.statements.length);
  return parts;
}
