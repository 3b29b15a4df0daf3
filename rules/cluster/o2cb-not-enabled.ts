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
      documentsOf(node, o2cb).flatMap(({ model }) => {
        const enabled = model.get("O2CB_ENABLED");
        return enabled ? [{ node, enabled, cluster: model.get("O2CB_BOOTCLUSTER")?.value }] : [];
      }),
    );
    for (const { node, enabled, cluster } of files) {
      const others = files.filter(
        (one) => one.cluster === cluster && one.node !== node && one.enabled.value === "true",
      );
      if (enabled.value === "true" || others.length === 0) continue;
      report(
        enabled.word.at,
        `O2CB_ENABLED ${enabled.value} here, true on ${listed(others.map((other) => other.node.name))}: this node joins no cluster at boot and cannot mount its file systems`,
        {
          related: others.map((other) => ({
            at: other.enabled.word.at,
            message: `starts on ${other.node.name}`,
          })),
        },
      );
    }
  },
});
