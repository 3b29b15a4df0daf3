import { effectiveConf } from "../../parsers/sysctl/effective.ts";
import { clusterRule } from "../rule.ts";
import { directorsOf, mentions } from "./real-servers.ts";
import { splitPaths } from "./split-path.ts";

export const drRpFilter = clusterRule({
  id: "cluster/dr-rp-filter",
  severity: "error",
  summary:
    "A real server whose packets come in on another interface than answers leave on must not filter strictly by reverse path",
  daemon: "silent",
  check(cluster, report) {
    for (const { server, incoming, gateway } of splitPaths(cluster)) {
      const { node, vip } = server;
      if (mentions(node, /rp_filter/)) continue;
      const { value, deciding } = effectiveConf(node.facts.sysctl, "rp_filter", incoming.interface);
      if (value === 0 || value === 2) continue;
      const path = `packets for ${vip} come in on ${incoming.interface}, answers leave on ${gateway.interface}`;
      const why =
        value === 1
          ? `rp_filter = 1, but ${path}: the kernel drops every one of them`
          : `${path}, and no file sets rp_filter: where the distribution's default is 1, the kernel drops every one of them`;
      report(deciding[0]?.at ?? incoming.at, why, {
        ...(value === undefined ? { severity: "warning" as const } : {}),
        related: [
          ...(deciding[0]
            ? [{ at: incoming.at, message: `${incoming.interface}, where the director's packets come in` }]
            : []),
          { at: gateway.at, message: "the way back to the clients" },
          ...directorsOf(server),
        ],
      });
    }
  },
});
