import { drbd } from "../../parsers/drbd/index.ts";
import type { Resource } from "../../parsers/drbd/model.ts";
import { settled } from "../drbd/levels.ts";
import type { Document } from "../rule.ts";
import { agentOf, type Managed, managedIn, paramOf } from "./managed.ts";
import { type Cluster, documentsOf, type Node } from "./model.ts";

/** A DRBD resource as a machine's file has it, all of whose settings are known. */
export interface DrbdCopy {
  readonly node: Node;
  readonly document: Document<ReturnType<typeof drbd.model>>;
  readonly resource: Resource;
}

/** The copies of DRBD's configuration in the cluster. */
export const drbdCopies = (cluster: Cluster): DrbdCopy[] =>
  cluster.nodes.flatMap((node) =>
    documentsOf(node, drbd).flatMap((document) =>
      document.model.resources.flatMap((resource) =>
        settled(resource, document) ? [{ node, document, resource }] : [],
      ),
    ),
  );

/** Every resource of DRBD is known: all its files were read whole. */
export const drbdKnown = (cluster: Cluster): boolean => {
  const documents = cluster.nodes.flatMap((node) => documentsOf(node, drbd));
  return (
    documents.length > 0 &&
    documents.every(({ root, whole, tree }) => root && whole && tree.mistakes.length === 0)
  );
};

/** A primitive of ocf:linbit:drbd with the resource's name that it was given. */
export interface ManagedDrbd {
  readonly managed: Managed;
  readonly name: NonNullable<ReturnType<typeof paramOf>>;
}

export const managedDrbds = (cluster: Cluster): ManagedDrbd[] =>
  managedIn(cluster).flatMap((managed): ManagedDrbd[] => {
    const name = agentOf(managed) === "ocf:linbit:drbd" ? paramOf(managed, "drbd_resource") : undefined;
    return name ? [{ managed, name }] : [];
  });
