import { corosync } from "../../parsers/corosync/index.ts";
import { settledRule } from "./settled.ts";

export const duplicateSection = settledRule({
  id: "corosync/duplicate-section",
  severity: "warning",
  summary: "A section should stand once in the file",
  format: corosync,
  daemon: "silent",
  check({ totem, quorum, nodelist, logging, system, device, net, heuristics }, report) {
    for (const { opened } of [totem, quorum, nodelist, logging, system, device, net, heuristics]) {
      const [first, ...later] = opened;
      for (const { keyword } of later) {
        const counts = keyword.value === "nodelist";
        const result = counts
          ? "its nodes are counted from the first again and take the place of those above"
          : "corosync reads both as one, and of a key that stands in both the last counts";
        report(keyword.at, `a second ${keyword.value}: ${result}`, {
          ...(counts ? { severity: "error" as const } : {}),
          related: [{ at: first!.keyword.at, message: "the first one" }],
        });
      }
    }
  },
});
