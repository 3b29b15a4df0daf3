import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Document } from "../rule.ts";
import { type Cluster, documentsOf, type Node } from "./model.ts";
import { virtualRouters } from "./vrrp.ts";

/** A machine with the one configuration of haproxy that it runs. */
export interface Balancer {
  readonly node: Node;
  readonly document: Document<Haproxy>;
}

/** Its configuration, where there is one alone, read whole. */
export function balancerOf(node: Node): Balancer | undefined {
  const [document, ...others] = documentsOf(node, haproxy);
  return document?.root && document.whole && others.length === 0 ? { node, document } : undefined;
}

/** Load balancers that stand in for each other: the nodes of one virtual router that run haproxy, each group once. */
export function balancerGroups(cluster: Cluster): readonly (readonly Balancer[])[] {
  const groups = new Map<string, readonly Balancer[]>();
  for (const routers of virtualRouters(cluster)) {
    const balancers = cluster.nodes
      .filter((node) => routers.some((router) => router.node === node))
      .flatMap((node) => balancerOf(node) ?? []);
    const key = balancers.map(({ node }) => cluster.nodes.indexOf(node)).join();
    if (balancers.length > 1) groups.set(key, balancers);
  }
  return [...groups.values()];
}
