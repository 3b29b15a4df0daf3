import { machineOf } from "../galera/machine.ts";
import { clusterRule } from "../rule.ts";
import { differences, valuesBy } from "./compare.ts";
import { type GaleraNode, galeraNodes } from "./galera.ts";

/** Taken where no file of the machine sets one. */
const fallback = "my_wsrep_cluster";

export const galeraClusterNameMismatch = clusterRule({
  id: "cluster/galera-cluster-name-mismatch",
  severity: "error",
  summary: "All nodes of a Galera cluster must have the same wsrep_cluster_name",
  daemon: "silent",
  check(cluster, report) {
    for (const { one, others } of differences(galeraNodes(cluster), nameOf)) {
      const isSet = one.wsrep.clusterName !== undefined;
      const told = isSet ? `${nameOf(one)} here` : `is set nowhere here, which makes it ${nameOf(one)}`;
      const theirs = valuesBy(
        others,
        (other) => nameOf(other)!,
        ({ node }) => node.name,
      );
      report(placeOf(one), `wsrep_cluster_name ${told}, ${theirs}: ${one.node.name} cannot join them`, {
        related: others.map((other) => ({ at: placeOf(other), message: `the name on ${other.node.name}` })),
      });
    }
  },
});

const nameOf = ({ node, wsrep }: GaleraNode): string | undefined =>
  wsrep.clusterName?.value ?? (machineOf(node)?.whole ? fallback : undefined);

const placeOf = ({ wsrep }: GaleraNode) => (wsrep.clusterName ?? wsrep.clusterAddress!).word.at;
