import { bracesTree } from "../core/build.ts";
import { withElsewhere } from "../core/elsewhere.ts";
import { type Followed, namedIn, tracing } from "../core/followed.ts";
import type { Format, ReadContext } from "../core/format.ts";
import type { Source } from "../core/source.ts";
import { span } from "../core/source.ts";
import { templated } from "../core/templated.ts";
import type { Mistake, Tree } from "../core/tree.ts";
import { expanded } from "./expand.ts";
import { elsewhere, type ReadAs } from "./ids.ts";
import type { Keepalived } from "./model.ts";
import { modelOf } from "./modelOf.ts";
import { repaired } from "./repair.ts";
import { keepalivedSchema } from "./schema.ts";
import { endOf, glued, isHole, joined, lex, placed, readWord, unclosedQuotes } from "./tokens.ts";
import { keepalivedTypes } from "./types.ts";

/** One file as it stands: includes, variables and conditions are words like others. */
export function parse(source: Source): Tree {
  const { tokens, comments } = lex(source);
  const told = tokens.map((token) =>
    isHole(token) ? placed(token, span(source, token.startOffset, endOf(token)), true) : token,
  );
  const kept = joined(told);
  const tree = bracesTree(source, { tokens: kept, comments }, readWord);
  return withMistakes(tree, unclosedQuotes(kept, source));
}

/** What the daemon sees, with blocks that a wrong brace broke up mended, so that one slip is one finding. */
export function read(source: Source, context: ReadContext): Tree {
  const followed: Followed[] = [];
  const { tree, conditions } = readAs(source, tracing(context, followed));
  const others = elsewhere(conditions, namedIn(context), followed, (other) => readAs(source, other));
  return withElsewhere(tree, others);
}

function readAs(source: Source, context: ReadContext): ReadAs {
  const { tokens, comments, mistakes, ...conditions } = expanded(source, context);
  const kept = joined(glued(tokens, source));
  const tree = repaired(kept, (given) => bracesTree(source, { tokens: [...given], comments }, readWord));
  return { tree: withMistakes(tree, [...mistakes, ...unclosedQuotes(kept, source)]), conditions };
}

const withMistakes = (tree: Tree, more: readonly Mistake[]): Tree =>
  more.length === 0 ? tree : { ...tree, mistakes: [...tree.mistakes, ...more] };

const rootKeywords =
  /^[ \t]*(?:global_defs|vrrp_(?:instance|script|sync_group|track_process|track_file)|virtual_server(?:_group)?|bfd_instance|static_(?:ipaddress|routes|rules))\b[^\n]*(?:\{|\n[ \t]*\{)/m;

export const keepalived: Format<Keepalived> = templated({
  id: "keepalived",
  title: "keepalived.conf",
  files: ["/etc/keepalived/keepalived.conf", "/etc/keepalived/**/*.conf"],
  names: [
    "keepalived*.conf",
    "*{-,_}keepalived.conf",
    "keepalived.conf.{master,backup,slave,primary,secondary,node*,lb*}",
  ],
  ownNames: ["keepalived.conf"],
  roots: ["/etc/keepalived/keepalived.conf"],
  looksLike: (head) => rootKeywords.test(head),
  schema: keepalivedSchema,
  types: keepalivedTypes,
  parse,
  read,
  untested: ({ statements }) => statements.some(({ keyword }) => keyword.value === "net_namespace"),
  model: modelOf,
});
