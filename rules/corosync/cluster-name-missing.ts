import { isSince } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf, textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const clusterNameMissing = settledRule({
  id: "corosync/cluster-name-missing",
  severity: "warning",
  summary: "A cluster should have a name",
  format: corosync,
  daemon: "silent",
  check({ totem, nodes, device }, report, { document, targets }) {
    const at = nameOf(totem)?.at;
    if (
      !at ||
      !document.root ||
      nodes.length < 2 ||
      has(totem, "cluster_name") ||
      !isSince(targets.corosync, "2.0")
    )
      return;
    if (textOf(device, "model")?.value === "net") return;
    report(at, "no cluster_name: DLM and GFS2 need one, and qnetd and multicast tell clusters apart by it");
  },
});
