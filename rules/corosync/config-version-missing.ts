import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const configVersionMissing = settledRule({
  id: "corosync/config-version-missing",
  severity: "info",
  summary: "config_version keeps a node with an old file out",
  format: corosync,
  daemon: "silent",
  check({ totem, nodes }, report, { document }) {
    const at = nameOf(totem)?.at;
    if (!at || !document.root || nodes.length < 2 || has(totem, "config_version")) return;
    report(at, "no config_version: a node that comes back with an old file joins all the same");
  },
});
