import { isIp } from "../../parsers/core/types.ts";
import type { HostPort } from "../../parsers/mycnf/address.ts";
import type { Wsrep } from "../../parsers/mycnf/model.ts";
import { machineOf } from "../galera/machine.ts";
import { addressHere, shortName } from "./machines.ts";
import type { Cluster, Node } from "./model.ts";

/** A machine whose option files name a Galera cluster. */
export interface GaleraNode {
  readonly node: Node;
  /** Of all its option files. */
  readonly wsrep: Wsrep;
}

/** The machines that replicate with each other: those of the cluster that have a name of their own and a wsrep_cluster_address. */
export const galeraNodes = (cluster: Cluster): GaleraNode[] =>
  cluster.nodes.flatMap((node): GaleraNode[] => {
    const wsrep = node.name === "" ? undefined : machineOf(node)?.wsrep;
    return wsrep?.clusterAddress ? [{ node, wsrep }] : [];
  });

/** Whether an entry of a list means this machine, as the reader of the list resolves it; undefined: nothing tells. */
export function means({ host }: HostPort, reader: Node, { node, wsrep }: GaleraNode): boolean | undefined {
  if (!isIp(host) && shortName(host) === shortName(node.name)) return true;
  const entry = addressHere(reader, host);
  const own = ownAddress({ node, wsrep });
  return entry === undefined || own === undefined ? undefined : entry === own;
}

/** Where other members reach this one: wsrep_node_address, else what /etc/hosts gives its name. */
export const ownAddress = ({ node, wsrep }: GaleraNode): string | undefined =>
  wsrep.nodeAddress ? addressHere(node, wsrep.nodeAddress.value.host) : addressHere(node, node.name);

/** As many machines make a cluster in earnest, of which more can be asked than of a trial. */
export const enough = 3;

/** An option of wsrep_provider_options by its key. */
export const optionOf = ({ wsrep }: GaleraNode, key: RegExp) =>
  wsrep.providerOptions?.value.find((option) => key.test(option.key.value));
