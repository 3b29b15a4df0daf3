import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { isKnet } from "./links.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const nodeHighBit = settledRule({
  id: "corosync/node-high-bit",
  severity: "info",
  summary: "clear_node_high_bit has an effect only where ids are made of addresses",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const set = textOf(model.totem, "clear_node_high_bit");
    if (!set) return;
    const knet = isKnet(model, targets.corosync);
    const all = model.nodes.length > 0 && model.nodes.every(({ nodeid }) => nodeid);
    if (knet || all)
      report(
        set.statement.at,
        `clear_node_high_bit has no effect: ${knet ? "knet makes no id of an address" : "every node has its nodeid"}`,
        {
          ...(all
            ? {
                fix: {
                  title: "delete the line",
                  safe: true,
                  edits: [{ at: lineOf(set.statement.at), text: "" }],
                },
              }
            : {}),
        },
      );
  },
});
