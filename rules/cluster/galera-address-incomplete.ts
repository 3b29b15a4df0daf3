import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { type GaleraNode, galeraNodes, means } from "./galera.ts";

export const galeraAddressIncomplete = clusterRule({
  id: "cluster/galera-address-incomplete",
  severity: "warning",
  summary: "wsrep_cluster_address should list every node of the Galera cluster",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster);
    for (const member of members) {
      const setting = member.wsrep.clusterAddress;
      if (!setting || setting.value.nodes.length === 0) continue;
      const absent = members.filter(
        (other) => sameCluster(member, other) && !mayList(setting.value.nodes, member, other),
      );
      if (absent.length === 0) continue;
      const names = listed(absent.map(({ node }) => node.name));
      const [stranger, ...more] = setting.value.nodes.filter((entry) =>
        members.every((other) => means(entry, member.node, other) === false),
      );
      const instead = stranger && more.length === 0 ? stranger : undefined;
      report(
        (instead?.hostWord ?? setting.word).at,
        `${instead ? `${instead.host} is no node of the cluster, and` : "wsrep_cluster_address does not list"} ${names}${instead ? " is not listed" : ""}: when only ${names} ${absent.length === 1 ? "runs" : "run"}, ${member.node.name} finds no cluster to join`,
        {
          related: absent.flatMap(({ node, wsrep }) =>
            wsrep.nodeAddress
              ? [{ at: wsrep.nodeAddress.word.at, message: `${node.name} announces itself here` }]
              : [],
          ),
        },
      );
    }
  },
});

const sameCluster = (a: GaleraNode, b: GaleraNode): boolean =>
  a !== b && a.wsrep.clusterName?.value === b.wsrep.clusterName?.value;

/** An entry means the other machine, or cannot be told. */
const mayList = (
  entries: readonly Parameters<typeof means>[0][],
  { node }: GaleraNode,
  other: GaleraNode,
): boolean => entries.some((entry) => means(entry, node, other) !== false);
