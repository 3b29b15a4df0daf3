import haproxySchema from "../../schemas/haproxy-default.json" with { type: "json" };
import ipvsadmSchema from "../../schemas/ipvsadm-default.json" with { type: "json" };
import o2cbSchema from "../../schemas/o2cb.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { modelOf, type ShellVars } from "./model.ts";
import { environmentTree, variablesTree } from "./tree.ts";

/** What the init script of OCFS2's cluster stack sources; /etc/sysconfig wins where both exist. */
export const o2cb: Format<ShellVars> = {
  id: "o2cb",
  title: "default/o2cb",
  files: ["/etc/default/o2cb", "/etc/sysconfig/o2cb"],
  names: ["o2cb"],
  looksLike: (head) => /^[ \t]*O2CB_\w+=/m.test(head),
  schema: schemaOf(o2cbSchema),
  parse: variablesTree,
  model: modelOf,
};

/** What Debian's init script of ipvsadm sources. */
export const ipvsadmDefault: Format<ShellVars> = {
  id: "ipvsadm-default",
  title: "default/ipvsadm",
  files: ["/etc/default/ipvsadm"],
  schema: schemaOf(ipvsadmSchema),
  parse: variablesTree,
  model: modelOf,
};

/** What Debian's init script of haproxy sources, and its systemd unit reads as EnvironmentFile. */
export const haproxyDefault: Format<ShellVars> = {
  id: "haproxy-default",
  title: "default/haproxy",
  files: ["/etc/default/haproxy", "/etc/sysconfig/haproxy"],
  schema: schemaOf(haproxySchema),
  parse: environmentTree,
  model: modelOf,
};
