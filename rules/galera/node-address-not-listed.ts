import { isIp } from "../../parsers/core/types.ts";
import { memberRule } from "./member.ts";

export const nodeAddressNotListed = memberRule({
  id: "galera/node-address-not-listed",
  severity: "warning",
  summary: "wsrep_cluster_address should list the node's own address",
  byAbsence: true,
  daemon: "silent",
  check({ wsrep: { nodeAddress, clusterAddress } }, report) {
    const nodes = clusterAddress?.value.nodes ?? [];
    if (!nodeAddress || !clusterAddress || nodes.length < 2) return;
    const { host, hostWord } = nodeAddress.value;
    if (!isIp(host) || /^(?:127\.|0\.0\.0\.0$|::1?$)/.test(host)) return;
    if (nodes.some((node) => node.host === host || !isIp(node.host))) return;
    report(
      hostWord.at,
      `${host} is not among the nodes of wsrep_cluster_address: the others do not look for this one when they start`,
      {
        related: [{ at: clusterAddress.word.at, message: "the list" }],
      },
    );
  },
});
