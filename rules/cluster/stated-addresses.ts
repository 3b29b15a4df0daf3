import { remembered } from "../../parsers/core/remembered.ts";
import type { Span } from "../../parsers/core/source.ts";
import { isIp } from "../../parsers/core/types.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { machineOf } from "../galera/machine.ts";
import { addressHere, nodesByShortName, shortName } from "./machines.ts";
import { type Cluster, modelsOf, type Node } from "./model.ts";
import { isLoopback, plainIp } from "./net.ts";

/** That a machine of the cluster is reached at an address, as one program's file says. */
export interface StatedAddress {
  /** The machine's name up to its first dot. */
  readonly name: string;
  readonly ip: string;
  /** "corosync", "/etc/hosts". */
  readonly by: string;
  readonly at: Span;
}

/** What all files say of where the machines of the cluster are; last on each machine what the others look names up in. */
export const statedAddresses = remembered((cluster: Cluster): readonly StatedAddress[] => {
  const known = nodesByShortName(cluster);
  return cluster.nodes.flatMap((node) =>
    [...byCorosync(node), ...byHaproxy(node, known), ...byGalera(node), ...byStorage(node), ...byHosts(node)]
      .map((one) => ({ ...one, name: shortName(one.name), ip: plainIp(one.ip) }))
      .filter(({ name, ip }) => known.has(name) && isIp(ip) && !isLoopback(ip)),
  );
});

/** What programs take for a machine's own address; servers of haproxy may be called by a machine and stand elsewhere. */
export const ownStatements = remembered((cluster: Cluster) =>
  statedAddresses(cluster)
    .filter(({ by }) => by !== "haproxy")
    .map((one) => ({ ...one, node: nodesByShortName(cluster).get(one.name)! })),
);

const byHosts = ({ facts }: Node): StatedAddress[] =>
  facts.names.map(({ name, ip, ipAt }) => ({ name, ip, by: "/etc/hosts", at: ipAt }));

const byCorosync = (node: Node): StatedAddress[] =>
  modelsOf(node, corosync).flatMap(({ nodes }) =>
    nodes.flatMap(({ name, addresses }) =>
      name
        ? addresses.map(({ value, word }) => ({ name: name.value, ip: value, by: "corosync", at: word.at }))
        : [],
    ),
  );

const byStorage = (node: Node): StatedAddress[] => [
  ...modelsOf(node, drbd).flatMap(({ resources }) =>
    resources.flatMap(({ hosts }) =>
      hosts.flatMap(({ names, address }) =>
        address && names[0] && !names[1]
          ? [{ name: names[0].value, ip: address.ip, by: "DRBD", at: address.at }]
          : [],
      ),
    ),
  ),
  ...modelsOf(node, ocfs2).flatMap(({ nodes }) =>
    nodes.flatMap(({ name, address }) =>
      name && address ? [{ name: name.value, ip: address.value, by: "OCFS2", at: address.word.at }] : [],
    ),
  ),
];

function byGalera(node: Node): StatedAddress[] {
  const address = machineOf(node)?.wsrep.nodeAddress;
  const ip = address && addressHere(node, address.value.host);
  return address && ip ? [{ name: node.name, ip, by: "Galera", at: address.value.hostWord.at }] : [];
}

/** Of its many servers those that are called as a machine is. */
function byHaproxy(node: Node, machines: ReadonlyMap<string, Node>): StatedAddress[] {
  const isMachine = (name: string): boolean =>
    machines.has(name) || (name.includes(".") && machines.has(shortName(name)));
  const found: StatedAddress[] = [];
  for (const { proxies } of modelsOf(node, haproxy))
    for (const { servers } of proxies)
      for (const { name, address } of servers)
        if (address && isMachine(name.value))
          found.push({ name: name.value, ip: address.host, by: "haproxy", at: address.at });
  return found;
}
