import schema from "../../schemas/hostname.json" with { type: "json" };
import { linesTree } from "../core/build.ts";
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { type Hostname, modelOf } from "./model.ts";
import { lex } from "./tokens.ts";

/** /etc/hostname: one name. */
export const hostname: Format<Hostname> = templated({
  id: "hostname",
  title: "hostname",
  files: ["/etc/hostname", "/etc/HOSTNAME"],
  schema: schemaOf(schema),
  parse: (source) => linesTree(source, lex(source)),
  model: modelOf,
});
