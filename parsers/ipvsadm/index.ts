import schema from "../../schemas/ipvsadm-rules.json" with { type: "json" };
import { linesTree } from "../core/build.ts";
import type { Format } from "../core/format.ts";
import type { FormatSchema } from "../core/schema.ts";
import type { Source } from "../core/source.ts";
import { templated } from "../core/templated.ts";
import { tokenize } from "../core/tokens.ts";
import type { Statement, Tree } from "../core/tree.ts";
import { type IpvsadmRules, modelOf, program } from "./model.ts";
import { ipvsadmLexer } from "./tokens.ts";

function parse(source: Source): Tree {
  const tree = linesTree(source, tokenize(ipvsadmLexer(), source));
  return { ...tree, statements: tree.statements.map(command) };
}

/** A line may begin with the program's bare name, which counts for nothing (ipvsadm(8), -R): the command is the keyword. */
function command(statement: Statement): Statement {
  const [first, ...rest] = statement.args;
  if (statement.keyword.value !== program || !first) return statement;
  return command({ ...statement, keyword: first, args: rest });
}

/** /etc/ipvsadm.rules: what `ipvsadm -S` wrote and `ipvsadm -R` reads at boot. */
export const ipvsadmRules: Format<IpvsadmRules> = templated({
  id: "ipvsadm-rules",
  title: "ipvsadm.rules",
  files: ["/etc/ipvsadm.rules"],
  names: ["ipvsadm.rules"],
  schema: schema as unknown as FormatSchema,
  parse,
  model: (tree) => modelOf(tree, schema as unknown as FormatSchema),
});
