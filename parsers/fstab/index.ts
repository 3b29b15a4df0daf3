import schema from "../../schemas/fstab.json" with { type: "json" };
import { linesTree } from "../core/build.ts";
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { type Fstab, modelOf } from "./model.ts";
import { lex, readWord } from "./tokens.ts";

/** /etc/fstab as libmount reads it. */
export const fstab: Format<Fstab> = templated({
  id: "fstab",
  title: "fstab",
  files: ["/etc/fstab"],
  names: ["fstab"],
  schema: schemaOf(schema),
  types: {
    mountpoint: (value) =>
      value.startsWith("/") || value === "none" || value === "swap" || value === "ignore"
        ? undefined
        : "is not an absolute path",
  },
  parse: (source) => linesTree(source, lex(source), readWord),
  model: modelOf,
});
