import schema from "../../schemas/rc-local.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { shellTree } from "../core/shell.ts";
import { templated } from "../core/templated.ts";
import { modelOf, type RcLocal } from "./model.ts";

/** The script that runs at the end of the boot. */
export const rcLocal: Format<RcLocal> = templated({
  id: "rc-local",
  title: "rc.local",
  files: ["/etc/rc.local", "/etc/rc.d/rc.local"],
  names: ["rc.local"],
  schema: schemaOf(schema),
  parse: shellTree,
  model: modelOf,
});
