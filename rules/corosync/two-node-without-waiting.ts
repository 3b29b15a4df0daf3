import { isOn } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const twoNodeWithoutWaiting = settledRule({
  id: "corosync/two-node-without-waiting",
  severity: "error",
  summary: "two_node must not go without wait_for_all",
  format: corosync,
  daemon: "silent",
  check({ quorum }, report) {
    const set = numberOf(quorum, "two_node");
    const waits = numberOf(quorum, "wait_for_all");
    if (!isOn(set) || !waits || waits.value !== 0) return;
    report(
      waits.word.at,
      "wait_for_all 0 with two_node: after a common outage each node starts alone and fences the other",
      {
        related: [{ at: set!.word.at, message: "two_node turns wait_for_all on by itself" }],
        fix: { title: "delete the line", safe: true, edits: [{ at: lineOf(waits.statement.at), text: "" }] },
      },
    );
  },
});
