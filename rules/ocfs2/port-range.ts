import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";

export const portRange = modelRule({
  id: "ocfs2/port-range",
  format: ocfs2,
  severity: "error",
  summary: "A node's port must be 1 to 65534",
  daemon: "silent",
  check({ nodes }, report) {
    for (const { port } of nodes)
      if (port && (port.value < 1 || port.value > 65534))
        report(port.word.at, `ip_port ${port.value} is not 1 to 65534: the kernel refuses the node`);
  },
});
