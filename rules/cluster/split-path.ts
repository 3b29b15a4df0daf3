import type { AddressFact, Cluster, GatewayFact } from "./model.ts";
import { deviceWith, directServers, type VipServer } from "./real-servers.ts";

/** A real server that gets its packets on one interface and answers on another. */
export interface SplitPath {
  readonly server: VipServer;
  readonly incoming: AddressFact;
  readonly gateway: GatewayFact;
}

export const splitPaths = (cluster: Cluster): SplitPath[] =>
  directServers(cluster).flatMap((server) => {
    const [first] = server.served;
    const incoming = first && deviceWith(server.node, first.target.ip.value);
    const [gateway, ...more] = server.node.facts.gateways;
    return incoming && gateway && more.length === 0 && gateway.interface !== incoming.interface
      ? [{ server, incoming, gateway }]
      : [];
  });
