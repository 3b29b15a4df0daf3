import haproxySchema from "../../schemas/haproxy-default.json" with { type: "json" };
import ifcfgSchema from "../../schemas/ifcfg.json" with { type: "json" };
import ipvsadmSchema from "../../schemas/ipvsadm-default.json" with { type: "json" };
import o2cbSchema from "../../schemas/o2cb.json" with { type: "json" };
import sbdSchema from "../../schemas/sbd.json" with { type: "json" };
import varnishSchema from "../../schemas/varnish.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { type Ifcfg, ifcfgOf } from "./ifcfg.ts";
import { modelOf, type ShellVars } from "./model.ts";
import { type Sbd, sbdOf } from "./sbd.ts";
import { environmentTree, variablesTree } from "./tree.ts";
import { type Varnish, varnishOf } from "./varnish.ts";

/** What the init script of OCFS2's cluster stack sources; /etc/sysconfig wins where both exist. */
export const o2cb: Format<ShellVars> = templated({
  id: "o2cb",
  title: "default/o2cb",
  files: ["/etc/default/o2cb", "/etc/sysconfig/o2cb"],
  names: ["o2cb"],
  looksLike: (head) => /^[ \t]*O2CB_\w+=/m.test(head),
  schema: schemaOf(o2cbSchema),
  parse: variablesTree,
  model: modelOf,
});

/** What Debian's init script of ipvsadm sources. */
export const ipvsadmDefault: Format<ShellVars> = templated({
  id: "ipvsadm-default",
  title: "default/ipvsadm",
  files: ["/etc/default/ipvsadm"],
  schema: schemaOf(ipvsadmSchema),
  parse: variablesTree,
  model: modelOf,
});

/** What Debian's init script of haproxy sources, and its systemd unit reads as EnvironmentFile. */
export const haproxyDefault: Format<ShellVars> = templated({
  id: "haproxy-default",
  title: "default/haproxy",
  files: ["/etc/default/haproxy", "/etc/sysconfig/haproxy"],
  schema: schemaOf(haproxySchema),
  parse: environmentTree,
  model: modelOf,
});

const actions = /^(?:noflush|flush|reboot|crashdump|off)$/;

/** What sbd's systemd unit and init script read: storage-based fencing. */
export const sbd: Format<Sbd> = templated({
  id: "sbd",
  title: "default/sbd",
  files: ["/etc/default/sbd", "/etc/sysconfig/sbd"],
  looksLike: (head) => /^[ \t]*SBD_\w+=/m.test(head) && !head.startsWith("#!"),
  schema: schemaOf(sbdSchema),
  types: {
    timeoutAction: (value) =>
      value.split(",").every((one) => actions.test(one.trim()))
        ? undefined
        : "is not a list of flush or noflush and of reboot, crashdump or off",
  },
  parse: environmentTree,
  model: sbdOf,
});

/** What Debian's init script of varnish sources, and Red Hat's unit reads. */
export const varnish: Format<Varnish> = templated({
  id: "varnish",
  title: "default/varnish",
  files: ["/etc/default/varnish", "/etc/sysconfig/varnish", "/etc/varnish/varnish.params"],
  names: ["varnish.params"],
  schema: schemaOf(varnishSchema),
  parse: environmentTree,
  model: varnishOf,
});

/** Interfaces of Red Hat's network-scripts and of SUSE's wicked. */
export const ifcfg: Format<Ifcfg> = templated({
  id: "ifcfg",
  title: "ifcfg-*",
  files: ["/etc/sysconfig/network-scripts/ifcfg-*", "/etc/sysconfig/network/ifcfg-*"],
  names: ["ifcfg-*"],
  looksLike: (head) => /^[ \t]*(?:DEVICE|BOOTPROTO|ONBOOT|STARTMODE|IPADDR)=/m.test(head),
  schema: schemaOf(ifcfgSchema),
  parse: variablesTree,
  model: ifcfgOf,
});
