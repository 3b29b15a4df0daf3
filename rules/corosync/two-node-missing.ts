import { isOn, votesOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { nameOf, numberOf, textOf, unreadable } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const twoNodeMissing = settledRule({
  id: "corosync/two-node-missing",
  severity: "warning",
  summary: "A cluster of two nodes needs two_node or a quorum device",
  format: corosync,
  daemon: "silent",
  check(model, report) {
    const { quorum, nodes, device } = model;
    const votes = votesOf(model);
    const at = nameOf(quorum)?.at;
    if (!at || !votes || nodes.length !== 2 || device.opened.length > 0 || unreadable(quorum, "two_node"))
      return;
    const provider = textOf(quorum, "provider");
    const others = ["two_node", "auto_tie_breaker"].some((key) => isOn(numberOf(quorum, key)));
    if (others || !provider || votes.nodes !== 2 || votes.expected !== 2) return;
    report(
      at,
      "two nodes without two_node or a device: quorum is 2, so that the loss of either node stops the other",
    );
  },
});
