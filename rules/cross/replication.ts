import type { Span } from "../../parsers/core/source.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import type { Resource } from "../../parsers/drbd/model.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { hostOf } from "../cluster/facts-storage.ts";
import { documentsOf, modelsOf, type Node } from "../cluster/model.ts";
import { type Network, plainIp } from "../cluster/net.ts";
import { resourceOfDevice } from "../cluster/storage.ts";
import { sameHost, settled } from "../drbd/levels.ts";

/** An address of this node that a storage layer talks on. */
export interface StorageAddress {
  /** "resource drbd", "OCFS2". */
  readonly what: string;
  readonly ip: string;
  readonly at: Span;
  readonly resource?: Resource;
}

export const drbdAddresses = (node: Node): StorageAddress[] =>
  modelsOf(node, drbd).flatMap(({ resources }) =>
    resources.flatMap((resource): StorageAddress[] => {
      const address = hostOf(resource, node.name)?.address;
      return address
        ? [{ what: `resource ${resource.name.value}`, ip: address.ip, at: address.at, resource }]
        : [];
    }),
  );

export const ocfs2Addresses = (node: Node): StorageAddress[] =>
  modelsOf(node, ocfs2).flatMap(({ nodes }) =>
    nodes.flatMap(({ name, address }): StorageAddress[] =>
      name && address && sameHost(name.value, node.name)
        ? [{ what: "OCFS2", ip: address.value, at: address.word.at }]
        : [],
    ),
  );

/** The network of an address of this node, as its interface has it. */
export const networkHere = (
  { facts }: Node,
  ip: string,
): (Network & { readonly device: string }) | undefined => {
  const address = facts.addresses.find((one) => plainIp(one.ip) === plainIp(ip));
  return address?.prefix === undefined
    ? undefined
    : { ip: address.ip, prefix: address.prefix, device: address.interface };
};

/** The resources that carry an OCFS2 file system of this node, and of which all settings are known. */
export const underOcfs2 = (node: Node): Resource[] =>
  node.facts.mounts.flatMap(({ device, type }) =>
    type === "ocfs2"
      ? documentsOf(node, drbd).flatMap((document) => {
          const resource = resourceOfDevice(document.model, device, node.name);
          return resource && settled(resource, document) ? [resource] : [];
        })
      : [],
  );
