import { isIp } from "../../parsers/core/types.ts";
import { clusterRule } from "../rule.ts";
import { agentOf, managedIn, paramOf } from "./managed.ts";

export const galeraAgentAddresses = clusterRule({
  id: "cluster/galera-agent-addresses",
  severity: "error",
  summary: "The galera agent must be given the nodes by their names in Pacemaker",
  daemon: "silent",
  check(cluster, report) {
    for (const resource of managedIn(cluster)) {
      if (agentOf(resource) !== "ocf:heartbeat:galera" || paramOf(resource, "cluster_host_map")) continue;
      const addresses = paramOf(resource, "wsrep_cluster_address");
      const [first] = (addresses?.value ?? "").replace(/^gcomm:\/\//, "").split(",");
      if (addresses && first && isIp(first))
        report(
          addresses.at,
          `wsrep_cluster_address lists ${first}, but the agent looks for names of Pacemaker's nodes: it finds none to start from (cluster_host_map can tell which is which)`,
        );
    }
  },
});
