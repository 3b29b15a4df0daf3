import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";

export const globalWithoutRegion = modelRule({
  id: "ocfs2/global-without-region",
  format: ocfs2,
  severity: "error",
  summary: "A cluster with heartbeat_mode = global must have heartbeat regions",
  daemon: "silent",
  check(model, report) {
    if (!model.whole) return;
    for (const { name, heartbeats } of membersOf(model)) {
      const mode = model.clusters.find((cluster) => cluster.name?.value === name)?.heartbeatMode;
      if (mode?.value !== "global" || heartbeats.length > 0) continue;
      report(mode.word.at, `cluster ${name} has no heartbeat stanza: with mode global it never gets online`);
    }
  },
});
