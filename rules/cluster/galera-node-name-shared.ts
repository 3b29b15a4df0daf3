import { clusterRule } from "../rule.ts";
import { enough, galeraNodes } from "./galera.ts";

export const galeraNodeNameShared = clusterRule({
  id: "cluster/galera-node-name-shared",
  severity: "warning",
  summary: "Each node of a Galera cluster should have a wsrep_node_name of its own",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster);
    const nameless = members.find(({ wsrep }) => !wsrep.nodeName);
    if (nameless && members.length >= enough)
      report(
        nameless.wsrep.clusterAddress!.word.at,
        `no wsrep_node_name on ${nameless.node.name}: logs and wsrep_sst_donor know it by whatever its host name is`,
        { severity: "info" },
      );
    for (const [i, { node, wsrep }] of members.entries()) {
      const name = wsrep.nodeName;
      const first = members.slice(0, i).find((other) => name && other.wsrep.nodeName?.value === name.value);
      if (name && first)
        report(
          name.word.at,
          `wsrep_node_name ${name.value} is also that of ${first.node.name}: logs and wsrep_sst_donor cannot tell ${node.name} from it`,
          { related: [{ at: first.wsrep.nodeName!.word.at, message: "the same name" }] },
        );
    }
  },
});
