import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";

export const regionInLocalMode = modelRule({
  id: "ocfs2/region-in-local-mode",
  format: ocfs2,
  severity: "warning",
  summary: "A heartbeat region counts only in a cluster with heartbeat_mode = global",
  daemon: "silent",
  check(model, report) {
    if (!model.whole) return;
    for (const { name, heartbeats } of membersOf(model)) {
      const cluster = model.clusters.find((one) => one.name?.value === name);
      const mode = cluster?.heartbeatMode;
      const written = cluster?.statement.block?.statements.some(
        ({ keyword }) => keyword.value === "heartbeat_mode",
      );
      if (!cluster || mode?.value === "global" || (written && !mode)) continue;
      for (const { statement } of heartbeats)
        report(statement.keyword.at, `this region is not used: cluster ${name} has local heartbeat`, {
          related: [{ at: (mode?.word ?? cluster.statement.keyword).at, message: "heartbeat_mode is local" }],
        });
    }
  },
});
