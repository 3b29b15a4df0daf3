import { memberRule } from "./member.ts";

export const emptyClusterAddress = memberRule({
  id: "galera/empty-cluster-address",
  severity: "error",
  summary: "A file must not leave the list of wsrep_cluster_address empty",
  daemon: "silent",
  check({ wsrep: { clusterAddress } }, report) {
    if (clusterAddress?.value.scheme !== "gcomm" || clusterAddress.value.nodes.length > 0) return;
    const { word } = clusterAddress;
    report(word.at, `${word.value} names no node: at every start this node makes a new cluster of its own`);
  },
});
