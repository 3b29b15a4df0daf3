import { bracesTree } from "../core/build.ts";
import type { ReadContext } from "../core/format.ts";
import type { Source, Span } from "../core/source.ts";
import { type Comment, type Mistake, type Statement, type Tree, walk } from "../core/tree.ts";
import { ended } from "./statements.ts";
import { lex, readWord } from "./tokens.ts";
import { byteOrderMark } from "./words.ts";

/** One file as it stands. */
export function parse(source: Source): Tree {
  const { tokens, comments, mistakes } = ended(source, lex(source));
  const tree = bracesTree(source, { tokens, comments }, readWord);
  const skipped = [...walk(tree.statements)].filter(({ keyword }) => keyword.value === "skip");
  const told = tree.mistakes.filter(({ at }) => !skipped.some((skip) => inside(at, skip)));
  const own = [...byteOrderMark(source), ...mistakes, ...told.map((one) => openToTheEnd(tree, one))];
  return { ...tree, mistakes: own };
}

/** Inside the block, whose own brace is not. */
const inside = ({ start }: Span, { block }: Statement): boolean =>
  block !== undefined && start > block.open.start && start < block.at.end;

/** drbdadm takes the end of the file for the `}` of a resource (parse_resource, case 0). */
function openToTheEnd({ statements }: Tree, mistake: Mistake): Mistake {
  const last = statements.at(-1);
  const forgiven =
    mistake.rule === "syntax/missing-brace" &&
    last?.block?.open.start === mistake.at.start &&
    (last.keyword.value === "resource" || last.keyword.value === "common") &&
    last.block.statements.every(({ block }) => !block || block.close);
  return forgiven ? { ...mistake, verdict: "silent" } : mistake;
}

/** What drbdadm sees: each `include` followed where it stands, each file once, and template files in their resources. */
export function read(source: Source, context: ReadContext): Tree {
  const seen = new Set<string>([source.path]);
  const comments: Comment[] = [];
  const mistakes: Mistake[] = [];

  const statementsOf = (file: Source): Statement[] => {
    const tree = parse(file);
    comments.push(...tree.comments);
    mistakes.push(...tree.mistakes);
    return tree.statements.flatMap((statement) => [
      followTemplates(statement, file),
      ...included(statement, file),
    ]);
  };

  const included = ({ keyword, args }: Statement, from: Source): Statement[] => {
    const glob = args[0];
    if (keyword.value !== "include" || !glob || glob.hole) return [];
    const files = context.include(glob.value, from);
    if (files?.length === 0 && !/[?*[]/.test(glob.value))
      mistakes.push(missing(glob.at, `${glob.value} is not there: drbd refuses to start without it`));
    return (files ?? []).flatMap((file) => {
      if (seen.has(file.path)) return [];
      seen.add(file.path);
      return statementsOf(file);
    });
  };

  /** The `common` of a template file becomes the block of the statement that names it. */
  const followTemplates = (statement: Statement, from: Source): Statement => {
    if (statement.keyword.value !== "resource" || !statement.block) return statement;
    const statements = statement.block.statements.map((one) => followTemplate(one, from));
    return { ...statement, block: { ...statement.block, statements } };
  };

  const followTemplate = (statement: Statement, from: Source): Statement => {
    const file = statement.args[0];
    if (statement.keyword.value !== "template-file" || !file || file.hole || statement.block)
      return statement;
    const files = context.include(file.value, from);
    if (files?.length === 0)
      mistakes.push(missing(file.at, `${file.value} is not there: drbd refuses to start without it`));
    const template = files?.[0];
    const common = template && parse(template).statements.find(({ keyword }) => keyword.value === "common");
    return common?.block ? { ...statement, block: common.block } : statement;
  };

  const statements = statementsOf(source);
  return { source, statements, comments, mistakes };
}

const missing = (at: Span, message: string): Mistake => ({
  kind: "mistake",
  rule: "drbd/include-missing",
  message,
  at,
});
