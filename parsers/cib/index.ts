import schema from "../../schemas/cib.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import type { Pacemaker } from "../pacemaker/model.ts";
import { xmlTree } from "../xml/build.ts";
import { modelOf } from "./model.ts";

/**
 * Pacemaker's CIB. The table lists elements and attributes for completion and hover; whether they stand where they may is
 * for the content models in schemas/cib-rng.json, which know alternatives and order, so the generic rules check none of it.
 */
export const cib: Format<Pacemaker> = {
  id: "cib",
  title: "cib.xml",
  files: ["/var/lib/pacemaker/cib/cib.xml", "/var/lib/heartbeat/crm/cib.xml"],
  names: ["cib.xml", "cib-*.xml", "pe-{input,warn,error}*.xml", "*.cib"],
  looksLike: (head) => /^\uFEFF?\s*(?:<[?!][^>]*>\s*)*<cib[\s>]/.test(head.replace(/<!--[\s\S]*?-->/g, "")),
  schema: schemaOf(schema),
  parse: (source) => xmlTree(source, "cib"),
  model: modelOf,
};
