import schema from "../../schemas/interfaces.json" with { type: "json" };
import { linesTree } from "../core/build.ts";
import type { Format, TypeCheck } from "../core/format.ts";
import type { FormatSchema } from "../core/schema.ts";
import type { Source } from "../core/source.ts";
import { templated } from "../core/templated.ts";
import { tokenize } from "../core/tokens.ts";
import type { Tree } from "../core/tree.ts";
import { commonTypes } from "../core/types.ts";
import { folded, sourced, unbroken } from "./fold.ts";
import { type Interfaces, modelOf } from "./model.ts";
import { interfacesLexer } from "./tokens.ts";

function parse(source: Source): Tree {
  const tree = linesTree(source, tokenize(interfacesLexer(), source), ({ image }) => ({
    value: unbroken(image),
  }));
  return { ...tree, statements: folded(tree.statements) };
}

/** A value's words behind a `#` are another rule's finding (interfaces/inline-comment). */
const beforeHash =
  (check: TypeCheck): TypeCheck =>
  (value, arg, word) =>
    check(value.replace(/\s+#.*$/, ""), arg, word);

/** interfaces(5) of ifupdown, the network configuration of Debian. */
export const interfaces: Format<Interfaces> = templated({
  id: "interfaces",
  title: "/etc/network/interfaces",
  files: ["/etc/network/interfaces", "/etc/network/interfaces.d/*"],
  names: ["interfaces"],
  roots: ["/etc/network/interfaces"],
  schema: schema as unknown as FormatSchema,
  types: { integer: beforeHash(commonTypes.integer!), number: beforeHash(commonTypes.number!) },
  parse,
  read: (source, context) => sourced(parse(source), context, parse),
  model: modelOf,
});
