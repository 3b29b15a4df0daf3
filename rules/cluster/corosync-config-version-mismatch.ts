import { integer } from "../../parsers/core/settings.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { clusterRule } from "../rule.ts";
import { corosyncNodes } from "./corosync.ts";

export const corosyncConfigVersionMismatch = clusterRule({
  id: "cluster/corosync-config-version-mismatch",
  severity: "error",
  summary: "All nodes must have the same config_version",
  daemon: "silent",
  check(cluster, report) {
    const versions = corosyncNodes(cluster).flatMap(({ node, model }) => {
      const version = numberOf(model.totem, "config_version", integer);
      return version && version.value !== 0 ? [{ node, version }] : [];
    });
    const newest = versions.reduce<(typeof versions)[number] | undefined>(
      (best, one) => (best && best.version.value >= one.version.value ? best : one),
      undefined,
    );
    for (const { node, version } of versions)
      if (newest && version.value < newest.version.value)
        report(
          version.word.at,
          `config_version ${version.value} here, ${newest.version.value} on ${newest.node.name}: corosync ends on ${node.name} as soon as the two meet`,
          { related: [{ at: newest.version.word.at, message: `what ${newest.node.name} has` }] },
        );
  },
});
