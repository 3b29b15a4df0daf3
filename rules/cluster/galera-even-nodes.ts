import { clusterRule } from "../rule.ts";
import { galeraNodes } from "./galera.ts";
import type { Cluster } from "./model.ts";

/** Where Debian and Red Hat keep the settings of an arbitrator. */
const arbitrator = /^\/etc\/(?:default|sysconfig)\/garbd?$/;

export const galeraEvenNodes = clusterRule({
  id: "cluster/galera-even-nodes",
  severity: "warning",
  summary: "A Galera cluster should have an odd number of votes",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster);
    const [first] = members;
    const list = first?.wsrep.clusterAddress;
    const count = list?.value.nodes.length ?? 0;
    if (!list || count === 0 || count % 2 === 1 || members.length > count || hasArbitrator(cluster)) return;
    if (
      members.some(({ wsrep }) => wsrep.providerOptions?.value.some(({ key }) => key.value === "pc.weight"))
    )
      return;
    report(
      list.word.at,
      count === 2
        ? "two nodes and no arbitrator: when one fails or the link between them, the other stops to serve"
        : `${count} nodes and no arbitrator: cut in halves, neither half serves`,
    );
  },
});

const hasArbitrator = ({ nodes }: Cluster): boolean =>
  nodes.some(({ paths }) => [...(paths ?? [])].some((path) => arbitrator.test(path)));
