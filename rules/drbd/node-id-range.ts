import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const nodeIdRange = modelRule({
  id: "drbd/node-id-range",
  severity: "error",
  summary: "A node-id must be from 0 to 31",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const { hosts } of resources)
      for (const { nodeId } of hosts)
        if (nodeId?.value === 32)
          report(nodeId.word.at, "node-id 32 is one too high: drbdadm takes it, the kernel knows 0 to 31");
  },
});
