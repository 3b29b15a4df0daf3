import { memberRule } from "./member.ts";

export const clusterAddressMissing = memberRule({
  id: "galera/cluster-address-missing",
  severity: "error",
  summary: "A node with wsrep_on must have a wsrep_cluster_address",
  daemon: "rejects",
  check({ effective, whole, wsrep: { on, provider } }, report) {
    if (!whole || !on?.value || provider?.value.toLowerCase() === "none") return;
    const option = effective.get("wsrep_cluster_address");
    if (option && (option.value?.value !== "" || option.value.hole)) return;
    const at = option?.word.at ?? on.word.at;
    report(at, "wsrep_on without a wsrep_cluster_address: the server does not start");
  },
});
