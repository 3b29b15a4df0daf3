import { remembered } from "../../parsers/core/remembered.ts";
import type { Setting } from "../../parsers/core/settings.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Keepalived, RealServer, SorryServer, VirtualServer } from "../../parsers/keepalived/model.ts";
import type { Document } from "../rule.ts";
import { type Cluster, documentsOf, type Node } from "./model.ts";
import { plainIp } from "./net.ts";
import { virtualRouters } from "./vrrp.ts";

/** One virtual_server on one director. */
export interface Balanced {
  readonly node: Node;
  readonly document: Document<Keepalived>;
  readonly server: VirtualServer;
  /** "10.0.0.4 80", "fwmark 3", "group G". */
  readonly name: string;
  /** Of an address service. */
  readonly ip?: Setting<string>;
}

/** The virtual servers of a node whose address, mark or group can be read. */
export const balancedBy = remembered((node: Node): readonly Balanced[] =>
  documentsOf(node, keepalived).flatMap((document) =>
    document.model.virtualServers.flatMap((server): Balanced[] => {
      const { service } = server;
      if (service?.kind === "address") {
        const { ip, port } = service;
        return [{ node, document, server, ip, name: `${plainIp(ip.value)} ${port?.value ?? 0}` }];
      }
      const name = service?.kind === "fwmark" ? service.mark?.value : service?.group?.value;
      return service && name !== undefined
        ? [{ node, document, server, name: `${service.kind} ${name}` }]
        : [];
    }),
  ),
);

/** Who may get a connection of a virtual server: its real servers and its sorry server. */
export type Target =
  | { readonly kind: "real_server"; readonly entry: RealServer; readonly ip: Setting<string> }
  | { readonly kind: "sorry_server"; readonly entry: SorryServer; readonly ip: Setting<string> };

export const targetsOf = remembered(({ server }: Balanced): readonly Target[] => {
  const { sorryServer, realServers } = server;
  const real = realServers.flatMap((entry): Target[] =>
    entry.ip ? [{ kind: "real_server", entry, ip: entry.ip }] : [],
  );
  return sorryServer?.ip ? [...real, { kind: "sorry_server", entry: sorryServer, ip: sorryServer.ip }] : real;
});

/** Pairs of nodes that share a virtual router, the one with the highest priority first. */
export const directorPairs = remembered((cluster: Cluster): readonly (readonly [Node, Node])[] => {
  const pairs = new Map<string, readonly [Node, Node]>();
  for (const routers of virtualRouters(cluster)) {
    const [first, ...others] = routers;
    for (const other of first ? others : []) {
      const key = [cluster.nodes.indexOf(first!.node), cluster.nodes.indexOf(other.node)].sort().join();
      if (!pairs.has(key)) pairs.set(key, [first!.node, other.node]);
    }
  }
  return [...pairs.values()];
});
