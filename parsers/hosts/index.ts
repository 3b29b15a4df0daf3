import schema from "../../schemas/hosts.json" with { type: "json" };
import { linesTree } from "../core/build.ts";
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { type Hosts, modelOf } from "./model.ts";
import { lex } from "./tokens.ts";

/** /etc/hosts as the C library's "files" service reads it. */
export const hosts: Format<Hosts> = templated({
  id: "hosts",
  title: "hosts",
  files: ["/etc/hosts"],
  names: ["hosts"],
  looksLike: (head) =>
    /^[ \t]*(\d+\.\d+\.\d+\.\d+|[\da-f]*:[\da-f:.]*)[ \t]+[A-Za-z]/im.test(head) && !/^\s*[[{<]/m.test(head),
  schema: schemaOf(schema),
  parse: (source) => linesTree(source, lex(source)),
  model: modelOf,
});
