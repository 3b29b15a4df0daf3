import type { Format } from "../core/format.ts";
import { templated } from "../core/templated.ts";
import { type Drbd, modelOf } from "./model.ts";
import { parse, read } from "./read.ts";
import { drbdSchema } from "./schema.ts";
import { drbdTypes } from "./types.ts";

const section = /^\s*(?:resource\s+[^\s{}]+|common|global)\s*\{/m;
const inside =
  /^\s*(?:usage-count|on\s+[^\s{}]+\s*\{|handlers\s*\{|startup\s*\{|syncer\s*\{|meta-disk|protocol\s+[ABC]|device\s+(?:\/dev\/drbd|minor)|connection-mesh|stacked-on-top-of|floating)/m;

export const drbd: Format<Drbd> = templated({
  id: "drbd",
  title: "drbd.conf",
  files: ["/etc/drbd.conf", "/etc/drbd.d/*.res", "/etc/drbd.d/*.conf"],
  names: ["drbd.conf", "*.res", "global_common.conf"],
  ownNames: ["drbd.conf"],
  roots: ["/etc/drbd.conf"],
  looksLike: (head) => /^\s*include\s+"drbd\.d\//m.test(head) || (section.test(head) && inside.test(head)),
  schema: drbdSchema,
  types: drbdTypes,
  parse,
  read,
  model: modelOf,
});
