import type { ReadContext } from "../core/format.ts";
import type { KeywordDef } from "../core/schema.ts";
import type { Source } from "../core/source.ts";
import type { Comment, Mistake, Statement, Tree, Word } from "../core/tree.ts";
import { parseApache } from "./parse.ts";

/** What is carried from file to file. */
interface Reading {
  readonly context: ReadContext;
  readonly keywords: Readonly<Record<string, KeywordDef>>;
  readonly variables: Map<string, string>;
  readonly comments: Comment[];
  readonly mistakes: Mistake[];
  /** Files that are being read, so that none includes itself. */
  readonly stack: Source[];
  serverRoot: string;
}

/** Relative names begin at ServerRoot; by itself it is what the package was built with. */
const builtRoot = (path: string): string => (/\/etc\/httpd\//.test(path) ? "/etc/httpd" : "/etc/apache2");

/** What Apache sees: `${VAR}` replaced where a Define above sets it, included files in the place of their Include. */
export function readApache(
  source: Source,
  context: ReadContext,
  keywords: Readonly<Record<string, KeywordDef>>,
): Tree {
  const reading: Reading = {
    context,
    keywords,
    variables: new Map(),
    comments: [],
    mistakes: [],
    stack: [],
    serverRoot: builtRoot(source.path),
  };
  const statements = fileOf(reading, source);
  return { source, statements, comments: reading.comments, mistakes: reading.mistakes };
}

function fileOf(reading: Reading, source: Source): Statement[] {
  if (reading.stack.includes(source) || reading.stack.length > 50) return [];
  const tree = parseApache(source, reading.keywords);
  reading.comments.push(...tree.comments);
  reading.mistakes.push(...tree.mistakes);
  reading.stack.push(source);
  const statements = tree.statements.flatMap((statement) => expanded(reading, statement, source));
  reading.stack.pop();
  return statements;
}

function expanded(reading: Reading, statement: Statement, from: Source): Statement[] {
  const args = statement.args.map((word) => replaced(reading, word));
  const { block, keyword } = statement;
  const own: Statement = block
    ? {
        ...statement,
        args,
        block: { ...block, statements: block.statements.flatMap((one) => expanded(reading, one, from)) },
      }
    : { ...statement, args };
  const [first, second] = args;
  if (!first || first.hole) return [own];
  if (keyword.value === "Define")
    reading.variables.set(first.value, second?.hole ? "" : (second?.value ?? ""));
  if (keyword.value === "UnDefine") reading.variables.delete(first.value);
  if (keyword.value === "ServerRoot") reading.serverRoot = first.value.replace(/\/+$/, "");
  if (keyword.value !== "Include" && keyword.value !== "IncludeOptional") return [own];
  return [own, ...filesOf(reading, first.value, from).flatMap((file) => fileOf(reading, file))];
}

/** A directory stands for all that lies below it. */
function filesOf({ context, serverRoot }: Reading, pattern: string, from: Source): readonly Source[] {
  const path = pattern.startsWith("/") ? pattern : `${serverRoot}/${pattern}`;
  const found = path.endsWith("/") ? context.include(`${path}**/*`, from) : context.include(path, from);
  return found ?? [];
}

function replaced({ variables }: Reading, word: Word): Word {
  if (!word.value.includes("${")) return word;
  const value = word.value.replace(/\$\{([^}]*)\}/g, (all, name: string) => variables.get(name) ?? all);
  if (value.includes("${")) return { ...word, value };
  const { hole: _, ...known } = word;
  return { ...known, value };
}
