import schema from "../../schemas/gluster.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { type Gluster, modelOf } from "./model.ts";
import { graphTree } from "./volumes.ts";

/** A GlusterFS volfile: the graph of translators, written by hand or by glusterd (libglusterfs/src/graph.y). */
export const gluster: Format<Gluster> = templated({
  id: "gluster",
  title: "*.vol",
  files: ["/etc/glusterfs/*.vol", "/etc/glusterfs/**/*.vol", "/var/lib/glusterd/vols/**/*.vol"],
  names: ["*.vol"],
  looksLike: (head) => /^[ \t]*volume[ \t]+\S+/m.test(head) && /^[ \t]*type[ \t]+\S+\/\S+/m.test(head),
  schema: schemaOf(schema),
  parse: graphTree,
  model: modelOf,
});
