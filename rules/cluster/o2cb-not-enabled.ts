import { o2cb } from "../../parsers/shellvars/index.ts";
import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { documentsOf } from "./model.ts";

export const o2cbNotEnabled = clusterRule({
  id: "cluster/o2cb-not-enabled",
  severity: "error",
  summary: "The o2cb service must start on all nodes of an OCFS2 cluster or on none",
  daemon: "silent",
  check({ nodes }, report) {
    const files = nodes.flatMap((node) =>
      documentsOf(node, o2cb).flatMap(({ model, whole }) => {
        const enabled = model.get("O2CB_ENABLED");
        const boot = model.get("O2CB_BOOTCLUSTER");
        const at = (enabled ?? boot)?.word.at;
        return at && (enabled || whole) ? [{ node, at, enabled: enabled?.value, cluster: boot?.value }] : [];
      }),
    );
    for (const { node, at, enabled, cluster } of files) {
      const others = files.filter(
        (one) => one.cluster === cluster && one.node !== node && one.enabled === "true",
      );
      if (enabled === "true" || others.length === 0) continue;
      report(
        at,
        `O2CB_ENABLED ${enabled ?? "is not set"} here, true on ${listed(others.map((other) => other.node.name))}: this node joins no cluster at boot and cannot mount its file systems`,
        {
          related: others.map((other) => ({
            at: other.at,
            message: `starts on ${other.node.name}`,
          })),
        },
      );
    }
  },
});
