import schema from "../../schemas/ocfs2.json" with { type: "json" };
import { linesTree } from "../core/build.ts";
import type { Format, TypeCheck } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import type { Source } from "../core/source.ts";
import { templated } from "../core/templated.ts";
import { spanOf } from "../core/tokens.ts";
import type { Tree } from "../core/tree.ts";
import { isIp4 } from "../core/types.ts";
import { modelOf, type Ocfs2 } from "./model.ts";
import { folded } from "./stanzas.ts";
import { lex, readWord } from "./tokens.ts";

function parse(source: Source): Tree {
  const { read, emptyLines } = lex(source);
  return folded(
    linesTree(source, read, readWord),
    emptyLines.map((token) => spanOf(token, source)),
  );
}

/** A `#` in a value is told by its own rule, ocfs2/inline-comment. */
const unlessComment =
  (check: TypeCheck): TypeCheck =>
  (value, arg, word) =>
    value.includes("#") ? undefined : check(value, arg, word);

/** /etc/ocfs2/cluster.conf as o2cb 1.8 reads it. */
export const ocfs2: Format<Ocfs2> = templated({
  id: "ocfs2",
  title: "ocfs2/cluster.conf",
  files: ["/etc/ocfs2/cluster.conf"],
  names: ["cluster.conf"],
  looksLike: (head) => /^(node|cluster|heartbeat)[ \t]*:[ \t]*\r?$/m.test(head) && !/^\s*</.test(head),
  schema: schemaOf(schema),
  types: {
    number: unlessComment((value) => {
      if (!/^[+-]?\d+$/.test(value)) return "is not a whole number";
      return Number(value) < 0 || Number(value) >= 2 ** 31 - 1 ? "is out of range" : undefined;
    }),
    address: unlessComment((value) => (isIp4(value) ? undefined : "is not an IPv4 address")),
    mode: unlessComment((value) =>
      /^(local|global)$/i.test(value) ? undefined : "is neither local nor global",
    ),
  },
  parse,
  model: modelOf,
});
