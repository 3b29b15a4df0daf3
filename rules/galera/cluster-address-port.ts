import { memberRule } from "./member.ts";

/** What listens where, as far as other ports of the same nodes are taken for Galera's. */
const others: Readonly<Record<number, string>> = {
  3306: "clients of the server",
  4444: "the state transfer",
  4568: "the incremental state transfer",
};

export const clusterAddressPort = memberRule({
  id: "galera/cluster-address-port",
  severity: "error",
  summary: "A port in wsrep_cluster_address must be the one of the group's communication",
  daemon: "silent",
  check({ wsrep: { clusterAddress, nodeAddress }, listening }, report) {
    const addresses = [...(clusterAddress?.value.nodes ?? []), ...(nodeAddress ? [nodeAddress.value] : [])];
    for (const { port, portWord, host } of addresses) {
      if (port === undefined || !portWord) continue;
      const service = port === listening.port?.value ? others[3306] : others[port];
      if (!service) continue;
      report(
        portWord.at,
        `${port} is the port of ${service}: the nodes talk to each other on 4567, ${host} is not reached`,
        {
          fix: {
            title: "take the port away",
            safe: false,
            edits: [{ at: portWord.at.with({ start: portWord.at.start - 1 }), text: "" }],
          },
        },
      );
    }
  },
});
