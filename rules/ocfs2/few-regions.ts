import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";

/** o2cb(7): with three regions a slow one is outvoted, with fewer it stops the node. */
const enough = 3;

export const fewRegions = modelRule({
  id: "ocfs2/few-regions",
  format: ocfs2,
  severity: "info",
  summary: "A cluster with heartbeat_mode = global should have three heartbeat regions or more",
  daemon: "silent",
  check(model, report) {
    if (!model.whole) return;
    for (const { name, heartbeats } of membersOf(model)) {
      const mode = model.clusters.find((cluster) => cluster.name?.value === name)?.heartbeatMode;
      const { length } = heartbeats;
      if (mode?.value !== "global" || length === 0 || length >= enough) continue;
      const regions = length === 1 ? "1 heartbeat region" : `${length} heartbeat regions`;
      report(mode.word.at, `cluster ${name} has ${regions}: the loss of one device stops its nodes`, {
        related: heartbeats.map(({ statement }) => ({ at: statement.keyword.at, message: "a region" })),
      });
    }
  },
});
