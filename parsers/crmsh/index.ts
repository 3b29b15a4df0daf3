import schema from "../../schemas/crmsh.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { type Crm, modelOf } from "./model.ts";
import { parse } from "./parse.ts";

/** A line that only crm can mean: an object with an agent, a score or a set. */
const unmistakable =
  /^[ \t]*(?:primitive[ \t]+\S+[ \t]+(?:@|ocf:|lsb:|systemd:|stonith:|[A-Za-z][\w-]*[ \t]*(?:\\|$|params|op|meta|ip=))|(?:sudo )?crm (?:-\w+ )*configure\b|colocation[ \t]+\S+[ \t]+\S+:[ \t]|order[ \t]+\S+[ \t]+(?:[+-]?inf(?:inity)?|\w+):[ \t]|property[ \t]+(?:\$id=\S+|[\w-]+:)?[ \t\\]*(?:stonith|cib|cluster|no-quorum)[\w-]*)/im;

/** A configuration for `crm configure load`, or a script of `crm configure` commands. */
export const crmsh: Format<Crm> = templated({
  id: "crmsh",
  title: "crm configuration",
  files: ["/etc/**/*.crm", "/root/*.crm", "/usr/local/**/*.crm"],
  names: ["*.crm"],
  looksLike: (head) => unmistakable.test(head) && !/^\s*</.test(head),
  schema: schemaOf(schema),
  parse,
  model: modelOf,
});
