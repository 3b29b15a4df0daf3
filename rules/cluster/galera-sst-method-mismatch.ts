import { clusterRule } from "../rule.ts";
import { differences, valuesBy } from "./compare.ts";
import { galeraNodes } from "./galera.ts";

export const galeraSstMethodMismatch = clusterRule({
  id: "cluster/galera-sst-method-mismatch",
  severity: "warning",
  summary: "All nodes of a Galera cluster should have the same wsrep_sst_method",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster).flatMap(({ node, wsrep: { sstMethod } }) =>
      sstMethod ? [{ node, sstMethod }] : [],
    );
    for (const { one, others } of differences(members, ({ sstMethod }) => sstMethod.value))
      report(
        one.sstMethod.word.at,
        `wsrep_sst_method ${one.sstMethod.value} here, ${valuesBy(
          others,
          ({ sstMethod }) => sstMethod.value,
          ({ node }) => node.name,
        )}: how a joining node gets its data depends on which one joins, and each must have the tools of all`,
        {
          related: others.map(({ node, sstMethod }) => ({
            at: sstMethod.word.at,
            message: `the method on ${node.name}`,
          })),
        },
      );
  },
});
