import { clusterRule } from "../rule.ts";
import { differences, valuesBy } from "./compare.ts";
import { galeraNodes } from "./galera.ts";

export const galeraClusterNameMismatch = clusterRule({
  id: "cluster/galera-cluster-name-mismatch",
  severity: "error",
  summary: "All nodes of a Galera cluster must have the same wsrep_cluster_name",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster).flatMap(({ node, wsrep: { clusterName } }) =>
      clusterName ? [{ node, clusterName }] : [],
    );
    for (const { one, others } of differences(members, ({ clusterName }) => clusterName.value))
      report(
        one.clusterName.word.at,
        `wsrep_cluster_name ${one.clusterName.value} here, ${valuesBy(
          others,
          ({ clusterName }) => clusterName.value,
          ({ node }) => node.name,
        )}: ${one.node.name} cannot join them`,
        {
          related: others.map(({ node, clusterName }) => ({
            at: clusterName.word.at,
            message: `the name on ${node.name}`,
          })),
        },
      );
  },
});
