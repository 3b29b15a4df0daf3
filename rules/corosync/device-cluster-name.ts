import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf, textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const deviceClusterName = settledRule({
  id: "corosync/device-cluster-name",
  severity: "error",
  summary: "A quorum device of model net needs cluster_name",
  format: corosync,
  daemon: "silent",
  check({ device, totem }, report) {
    const model = textOf(device, "model");
    if (model?.value !== "net" || totem.opened.length === 0 || has(totem, "cluster_name")) return;
    report(
      nameOf(device)!.at,
      "the device needs totem's cluster_name, by which qnetd tells clusters apart: corosync-qdevice ends",
    );
  },
});
