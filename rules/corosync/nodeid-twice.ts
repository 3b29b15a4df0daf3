import { corosync } from "../../parsers/corosync/index.ts";
import { calledOf } from "./links.ts";
import { settledRule } from "./settled.ts";

export const nodeidTwice = settledRule({
  id: "corosync/nodeid-twice",
  severity: "error",
  summary: "Two nodes must not have the same nodeid",
  format: corosync,
  daemon: "stops",
  check({ nodes }, report) {
    const first = new Map<number, (typeof nodes)[number]>();
    for (const node of nodes) {
      const { nodeid } = node;
      if (!nodeid || nodeid.value === 0) continue;
      const earlier = first.get(nodeid.value);
      if (!earlier) first.set(nodeid.value, node);
      else
        report(
          nodeid.word.at,
          `${calledOf(node)} and ${calledOf(earlier)} both have nodeid ${nodeid.value}: corosync does not start`,
          {
            related: [{ at: earlier.nodeid!.word.at, message: `nodeid of ${calledOf(earlier)}` }],
          },
        );
    }
  },
});
