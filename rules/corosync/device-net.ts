import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf, textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const deviceNet = settledRule({
  id: "corosync/device-net",
  severity: "error",
  summary: "A quorum device must have its model, and model net the host of its server",
  format: corosync,
  daemon: "silent",
  check({ device, net }, report) {
    const at = nameOf(device)?.at;
    if (!at) return;
    if (!has(device, "model")) report(at, "the device has no model: votequorum leaves it out without a word");
    else if (textOf(device, "model")?.value === "net" && !has(net, "host"))
      report(
        nameOf(net)?.at ?? at,
        "the device has no host in net, the qnetd server: corosync-qdevice ends, and its votes are never cast",
      );
  },
});
