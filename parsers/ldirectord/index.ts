import schema from "../../schemas/ldirectord.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { type Ldirectord, modelOf } from "./model.ts";
import { folded } from "./sections.ts";
import { flatLines } from "./tokens.ts";
import { types } from "./types.ts";

/** ldirectord.cf, the director's services and real servers, as ldirectord 4.12 reads it (sub read_config). */
export const ldirectord: Format<Ldirectord> = templated({
  id: "ldirectord",
  title: "ldirectord.cf",
  files: ["/etc/ha.d/ldirectord.cf", "/etc/ha.d/conf/*.cf", "/etc/ha.d/ldirectord*.cf"],
  names: ["ldirectord*.cf"],
  ownNames: ["ldirectord.cf"],
  looksLike: (head) =>
    /^virtual6?[ \t]*=/m.test(head) ||
    /^(checktimeout|checkinterval|quiescent|autoreload|negotiatetimeout)[ \t]*=/m.test(head),
  schema: schemaOf(schema),
  types,
  parse: (source) => folded(flatLines(source)),
  model: modelOf,
});
