import schema from "../../schemas/hostname.json" with { type: "json" };
import { linesTree } from "../core/build.ts";
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { type Hostname, modelOf } from "./model.ts";
import { lex } from "./tokens.ts";

/** /etc/hostname: one name. */
export const hostname: Format<Hostname> = {
  id: "hostname",
  title: "hostname",
  files: ["/etc/hostname", "/etc/HOSTNAME"],
  schema: schemaOf(schema),
  parse: (source) => linesTree(source, lex(source)),
  model: modelOf,
};
