import { isOn } from "../../parsers/corosync/effective.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { clusterRule } from "../rule.ts";
import { corosyncNodes } from "./corosync.ts";
import { fencingOff } from "./managed.ts";

export const twoNodeWithoutFencing = clusterRule({
  id: "cluster/two-node-without-fencing",
  severity: "error",
  summary: "two_node of corosync needs fencing in Pacemaker",
  daemon: "silent",
  check(cluster, report) {
    const off = fencingOff(cluster);
    for (const { model } of off ? corosyncNodes(cluster) : []) {
      const twoNode = numberOf(model.quorum, "two_node");
      if (twoNode && isOn(twoNode))
        report(
          twoNode.word.at,
          "two_node lets each half go on alone, and Pacemaker's fencing is off: when the link fails both nodes run everything",
          { related: [{ at: off!.at, message: "nobody fences" }] },
        );
    }
  },
});
