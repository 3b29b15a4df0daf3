import { memberRule } from "./member.ts";

export const lonelyClusterAddress = memberRule({
  id: "galera/lonely-cluster-address",
  severity: "error",
  summary: "wsrep_cluster_address must name a node besides this one",
  daemon: "silent",
  check({ wsrep: { clusterAddress, nodeAddress } }, report) {
    const nodes = clusterAddress?.value.nodes ?? [];
    const own = nodeAddress?.value;
    if (!clusterAddress || !own || nodes.length === 0 || nodes.some(({ host }) => host !== own.host)) return;
    report(
      clusterAddress.word.at,
      `the list names this node only, ${own.host}: after a restart it finds no other to join`,
      {
        related: [{ at: own.word.at, message: "the node's own address" }],
      },
    );
  },
});
