import type { Span } from "../../parsers/core/source.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";

export const portMismatch = modelRule({
  id: "ocfs2/port-mismatch",
  format: ocfs2,
  severity: "warning",
  summary: "The nodes of a cluster should use one port",
  daemon: "silent",
  check({ nodes }, report) {
    const first = new Map<string, { readonly port: number; readonly at: Span }>();
    for (const { port, cluster } of nodes) {
      if (!port || !cluster || port.value < 1 || port.value > 65534) continue;
      const other = first.get(cluster.value);
      if (!other) first.set(cluster.value, { port: port.value, at: port.word.at });
      else if (other.port !== port.value)
        report(port.word.at, `ip_port ${port.value} here, ${other.port} on the cluster's first node`, {
          related: [{ at: other.at, message: "the first node's port" }],
        });
    }
  },
});
