import schema from "../../schemas/systemd.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { modelOf, type SystemdUnit } from "./model.ts";
import { unitTree } from "./sections.ts";

const folders = "/{etc,run,lib,usr/lib,usr/local/lib}/systemd/system";
const kinds = "{service,mount,automount,timer,socket,target,path,swap,slice}";

/** Unit files of systemd and their drop-ins, as far as their syntax goes (systemd.syntax(7)). */
export const systemd: Format<SystemdUnit> = templated({
  id: "systemd",
  title: "systemd unit",
  files: [`${folders}/*.${kinds}`, `${folders}/*.d/*.conf`],
  names: [`*.${kinds}`],
  roots: [`${folders}/*.${kinds}`],
  looksLike: (head) => /^[ \t]*\[(Unit|Service|Install|Mount|Timer|Socket)\][ \t]*\r?$/m.test(head),
  schema: schemaOf(schema),
  parse: unitTree,
  model: modelOf,
});
