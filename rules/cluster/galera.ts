import type { HostPort } from "../../parsers/mycnf/address.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import type { Wsrep } from "../../parsers/mycnf/model.ts";
import { shortName } from "./machines.ts";
import { type Cluster, documentsOf, type Node } from "./model.ts";
import { plainIp } from "./net.ts";

/** A machine whose option files name a Galera cluster. */
export interface GaleraNode {
  readonly node: Node;
  /** Of the file that names the cluster's addresses. */
  readonly wsrep: Wsrep;
}

/** The machines that replicate with each other: those of the cluster that have a name of their own and a wsrep_cluster_address. */
export const galeraNodes = (cluster: Cluster): GaleraNode[] =>
  cluster.nodes.flatMap((node): GaleraNode[] => {
    if (node.name === "") return [];
    const wsrep = documentsOf(node, galera)
      .map(({ model }) => model.wsrep)
      .findLast(({ clusterAddress }) => clusterAddress !== undefined);
    return wsrep ? [{ node, wsrep }] : [];
  });

/** The address that a host is known by: itself, or what this machine's /etc/hosts gives the name first; undefined: not known. */
export function addressAs({ facts }: Node, host: string): string | undefined {
  if (/^[\d.]+$|:/.test(host)) return plainIp(host);
  const fact = facts.names.find(({ name }) => name === host);
  return fact && plainIp(fact.ip);
}

/** Whether an entry of a list means this machine, as the reader of the list resolves it; undefined: nothing tells. */
export function means({ host }: HostPort, reader: Node, { node, wsrep }: GaleraNode): boolean | undefined {
  if (shortName(host) === shortName(node.name)) return true;
  const entry = addressAs(reader, host);
  const own = ownAddress({ node, wsrep });
  return entry === undefined || own === undefined ? undefined : entry === own;
}

/** Where other members reach this one: wsrep_node_address, else what /etc/hosts gives its name. */
export const ownAddress = ({ node, wsrep }: GaleraNode): string | undefined =>
  wsrep.nodeAddress ? addressAs(node, wsrep.nodeAddress.value.host) : addressAs(node, node.name);

/** As many machines make a cluster in earnest, of which more can be asked than of a trial. */
export const enough = 3;

/** An option of wsrep_provider_options by its key. */
export const optionOf = ({ wsrep }: GaleraNode, key: RegExp) =>
  wsrep.providerOptions?.value.find((option) => key.test(option.key.value));
