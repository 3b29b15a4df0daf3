import { drbd } from "../../parsers/drbd/index.ts";
import type { Host } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";
import { hostLabel } from "./levels.ts";

export const nodeIdClash = modelRule({
  id: "drbd/node-id-clash",
  severity: "error",
  summary: "Two hosts of a resource must not share a node-id",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report) {
    for (const { hosts } of resources) {
      const first = new Map<number, Host>();
      for (const host of hosts) {
        if (!host.nodeId) continue;
        const { value, word } = host.nodeId;
        const other = first.get(value);
        if (!other) first.set(value, host);
        else
          report(word.at, `node-id ${value} of ${hostLabel(host)} is that of ${hostLabel(other)} too`, {
            related: [{ at: other.nodeId!.word.at, message: `node-id of ${hostLabel(other)}` }],
          });
      }
    }
  },
});
