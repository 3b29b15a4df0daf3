import { isOn } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf, numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const twoNodeDevice = settledRule({
  id: "corosync/two-node-device",
  severity: "error",
  summary: "two_node and a quorum device must not go together",
  format: corosync,
  daemon: "stops",
  check({ quorum, device }, report) {
    const set = numberOf(quorum, "two_node");
    const at = nameOf(device)?.at;
    if (!isOn(set) || !at || !has(device, "model")) return;
    report(
      set!.word.at,
      "two_node with a quorum device: corosync does not start, though corosync -t is silent",
      {
        related: [{ at, message: "the device" }],
        fix: { title: "delete two_node", safe: false, edits: [{ at: lineOf(set!.statement.at), text: "" }] },
      },
    );
  },
});
