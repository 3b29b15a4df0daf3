import { memberRule } from "./member.ts";

export const nodeAddressUnusable = memberRule({
  id: "galera/node-address-unusable",
  severity: "error",
  summary: "wsrep_node_address must be an address under which the other nodes reach this one",
  daemon: "silent",
  check({ wsrep: { nodeAddress, clusterAddress } }, report) {
    if (!nodeAddress) return;
    const { host, hostWord } = nodeAddress.value;
    if (host === "0.0.0.0" || host === "::")
      report(hostWord.at, `${host} is no address of a node: Galera does not start`, { daemon: "stops" });
    else if (loopback(host) && !(clusterAddress?.value.nodes ?? []).every((node) => loopback(node.host)))
      report(
        hostWord.at,
        `${host} is this machine for every other node: they look for the state and for this node at themselves`,
      );
  },
});

const loopback = (host: string): boolean => /^(?:127\.|::1$|localhost$)/i.test(host);
