import { linesTree } from "../core/build.ts";
import type { ReadContext } from "../core/format.ts";
import { cover, type Source, type Span, textOf } from "../core/source.ts";
import type { Comment, Mistake, Statement, Tree, Word } from "../core/tree.ts";
import { lex, readWord } from "./tokens.ts";

/** guc-file.l: INTEGER with a unit, REAL, and what may stand without quotes. */
const plainValue =
  /^(?:[+-]?(?:\d+|0x[\da-f]+)[a-z]*|[+-]?\d*\.\d*(?:e[+-]?\d+)?|[a-z_\x80-\uffff][\w\x80-\uffff.:/-]*)$/i;

/** One file as it stands: each setting a statement, its name in lower case the keyword, its value the argument. */
export function parse(source: Source): Tree {
  const tree = linesTree(source, lex(source), readWord);
  const mistakes: Mistake[] = [...tree.mistakes];
  const statements = tree.statements.map((line) => setting(line, mistakes));
  return { ...tree, statements, mistakes };
}

/** A value that is no word to the server is a hole: what it was meant to be is told, and nothing else is said of it. */
function setting({ keyword, args, at }: Statement, mistakes: Mistake[]): Statement {
  const name: Word = { ...keyword, value: keyword.quote ? keyword.value : keyword.value.toLowerCase() };
  const values = args[0] && isSign(args[0]) ? args.slice(1) : args;
  const statement = { kind: "statement", keyword: name, at } as const;
  for (const word of values) if (isUnclosed(word)) mistakes.push(unclosed(word.at));
  if (values.length === 0 || values.some(({ quote, hole }) => quote || hole))
    return { ...statement, args: values };
  if (values.length === 1 && plainValue.test(values[0]!.value)) return { ...statement, args: values };
  const whole = cover(values[0]!.at, values.at(-1)!.at);
  mistakes.push(unquoted(whole));
  return { ...statement, args: [{ kind: "word", value: textOf(whole), at: whole, hole: true }] };
}

const isSign = ({ at, quote }: Word): boolean => !quote && textOf(at) === "=";

const isUnclosed = ({ at, quote }: Word): boolean => {
  const text = textOf(at);
  return quote === "'" && !/^'(?:[^'\\]|\\[\s\S]|'')*'$/.test(text);
};

const unclosed = (at: Span): Mistake => ({
  kind: "mistake",
  rule: "syntax/unclosed-quote",
  message: "this ' is never closed: the server does not start",
  at,
});

const unquoted = (at: Span): Mistake => ({
  kind: "mistake",
  rule: "postgresql/unquoted-value",
  message: `${textOf(at)} must stand in single quotes: without them it is a syntax error, and the server does not start`,
  at,
  fix: {
    title: "put it in single quotes",
    safe: true,
    edits: [
      {
        at,
        text: `'${textOf(at)
          .replace(/^"(.*)"$/, "$1")
          .replaceAll("'", "''")}'`,
      },
    ],
  },
});

/** What the server sees of a file: the files that it includes stand where it names them. */
export function read(source: Source, context: ReadContext): Tree {
  const comments: Comment[] = [];
  const mistakes: Mistake[] = [];

  const statementsOf = (file: Source, above: readonly string[]): Statement[] => {
    const tree = parse(file);
    comments.push(...tree.comments);
    mistakes.push(...tree.mistakes);
    return tree.statements.flatMap((statement) => [
      statement,
      ...included(statement, file)
        .filter(({ path }) => !above.includes(path))
        .flatMap((one) => statementsOf(one, [...above, one.path])),
    ]);
  };

  const included = ({ keyword, args }: Statement, from: Source): readonly Source[] => {
    const path = args[0];
    if (!path || path.hole || path.value === "" || !includes.includes(keyword.value)) return [];
    const folder = keyword.value === "include_dir";
    const pattern = folder ? `${path.value.replace(/\/+$/, "")}/*.conf` : path.value;
    const files = context.include(pattern, from);
    if (files?.length === 0 && keyword.value !== "include_if_exists")
      mistakes.push(missing(path.at, path.value, folder));
    return files ?? [];
  };

  return { source, statements: statementsOf(source, [source.path]), comments, mistakes };
}

const includes = ["include", "include_if_exists", "include_dir"];

const missing = (at: Span, path: string, folder: boolean): Mistake => ({
  kind: "mistake",
  rule: "postgresql/include-missing",
  message: folder
    ? `${path} holds no .conf file here: where the folder itself is missing the server does not start`
    : `${path} is not there: the server does not start`,
  at,
  verdict: folder ? "silent" : "rejects",
});
