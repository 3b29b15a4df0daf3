import type { Format } from "../core/format.ts";
import { templated } from "../core/templated.ts";
import type { Haproxy } from "./model.ts";
import { modelOf } from "./modelOf.ts";
import { parseHaproxy } from "./parse.ts";
import { piecesOf } from "./pieces.ts";
import { readHaproxy } from "./read.ts";
import { haproxySchema } from "./schema.ts";
import { types } from "./values.ts";

/** A section header of haproxy at the beginning of a line (a hole of a template may be its name); a stranger's `global` or `defaults` alone is not enough. */
const header =
  /^[ \t]*(?:frontend|backend|listen|peers|resolvers|userlist)[ \t]+[\w.:\ue000-]+[ \t]*(?:#.*)?\r?$/m;
const settled =
  /^[ \t]*(?:bind|server|balance|mode[ \t]+(?:tcp|http|log)|default_backend|use_backend|timeout[ \t]+(?:client|server|connect)|nameserver|option[ \t]+http)\b/m;
const globals =
  /^[ \t]*global[ \t]*(?:#.*)?\r?\n(?:[^\n]*\n){0,40}?[ \t]*(?:maxconn|chroot|stats[ \t]+socket|daemon|log[ \t]|nbthread|user[ \t])/m;

/** haproxy.cfg and the files of conf.d, read by haproxy one after another as one configuration. */
export const haproxy: Format<Haproxy> = templated({
  id: "haproxy",
  title: "haproxy.cfg",
  files: ["/etc/haproxy/*.cfg", "/etc/haproxy/conf.d/*.cfg"],
  names: ["haproxy*.cfg", "*{-,_}haproxy.cfg"],
  ownNames: ["haproxy.cfg"],
  roots: ["/etc/haproxy/*.cfg"],
  looksLike: (head) => (header.test(head) && settled.test(head)) || globals.test(head),
  get schema() {
    return haproxySchema();
  },
  types,
  parse: (source) => parseHaproxy(source, haproxySchema()),
  read: readHaproxy,
  model: (tree) => modelOf(tree, haproxySchema()),
  pieces: piecesOf,
});
