import { clusterRule } from "../rule.ts";
import { enough, galeraNodes, optionOf } from "./galera.ts";

export const galeraPlainReplication = clusterRule({
  id: "cluster/galera-plain-replication",
  severity: "info",
  summary: "The nodes of a Galera cluster should speak over TLS",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster);
    const [first] = members;
    if (!first || members.length < enough) return;
    const address = first.wsrep.clusterAddress?.value;
    const secured = members.some(
      (member) => optionOf(member, /^socket\.ssl/) || /socket\.ssl/.test(address?.query ?? ""),
    );
    if (!secured)
      report(
        first.wsrep.clusterAddress!.word.at,
        "no node sets socket.ssl_key and socket.ssl_cert: all that is written goes in plain text between them, and whoever reaches port 4567 can join",
      );
  },
});
