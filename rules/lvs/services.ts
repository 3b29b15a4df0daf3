import type {
  Entity,
  GroupEntry,
  Keepalived,
  RealServer,
  SorryServer,
  VirtualServer,
} from "../../parsers/keepalived/model.ts";
import { familyOf } from "../cluster/net.ts";
import { membersOf } from "./members.ts";
import { isRead, type Method, methodOf, portAt, sorryMethodOf } from "./servers.ts";

/** A virtual_server that keepalived sets up, with the entries of its group if it has one. */
export interface Served {
  readonly service: VirtualServer;
  readonly entries?: readonly GroupEntry[];
}

/** The virtual_servers that keepalived sets up: not those of a group that is not there, or of another family. */
export const servedBy = (model: Keepalived): Served[] =>
  linkedBy(model).filter((served) => !strangerOf(served));

/** The virtual_servers that keepalived reads, each with its group. */
export function linkedBy({ virtualServers, virtualServerGroups }: Keepalived): Served[] {
  return virtualServers.filter(isRead).flatMap((service): Served[] => {
    const of = service.service;
    if (of?.kind !== "group") return [{ service }];
    const group = virtualServerGroups.find(({ name }) => name && name.value === of.group?.value);
    return group && group.entries.length > 0 ? [{ service, entries: group.entries }] : [];
  });
}

/** The entry of the group that is of another family than the service's servers, for which keepalived ignores the service. */
export function strangerOf({ service, entries = [] }: Served): GroupEntry | undefined {
  const { family } = membersOf(service);
  return family && entries.find((entry) => (familyOfEntry(entry) ?? family) !== family);
}

/** The family of an address, or the one named with a fwmark. */
export function familyOfEntry({ ip, fwmark, statement }: GroupEntry): 4 | 6 | undefined {
  const named = fwmark && statement.args[1]?.value;
  return ip ? familyOf(ip.value) : named === "inet" ? 4 : named === "inet6" ? 6 : undefined;
}

/** The firewall marks by which packets come to the service: its own, or those of its group. */
export const marksOf = ({ service, entries }: Served): readonly Entity[] =>
  entries
    ? entries.filter(({ statement }) => statement.keyword.value === "fwmark")
    : service.service?.kind === "fwmark"
      ? [service]
      : [];

/** An address and port on which a service answers. */
export interface Endpoint extends Entity {
  readonly ip: string;
  /** 0: every port. */
  readonly port: number;
  /** A group entry that means several addresses. */
  readonly range: boolean;
}

/** The addresses of a service: its own, or those of its group. Without those that are not known. */
export function endpointsOf({ service, entries }: Served): Endpoint[] {
  const of = service.service;
  if (!entries) {
    const port = portAt(service.statement, 1);
    if (of?.kind !== "address" || port === undefined) return [];
    return [{ statement: service.statement, ip: of.ip.value, port, range: false }];
  }
  return entries.flatMap(({ statement, ip }) => {
    const port = portAt(statement, 0);
    if (!ip || port === undefined) return [];
    return [{ statement, ip: ip.value, port, range: /[-/]/.test(statement.keyword.value) }];
  });
}

/** A server that packets of a service may go to. */
export interface Target {
  readonly server: RealServer | SorryServer;
  /** undefined: not known. */
  readonly method: Method | undefined;
  readonly sorry: boolean;
}

/** The real servers that keepalived takes, and the sorry server. */
export function targetsOf(service: VirtualServer): Target[] {
  const { taken, foreign } = membersOf(service);
  const { sorryServer } = service;
  const real = taken.map((server) => ({ server, method: methodOf(service, server), sorry: false }));
  if (!sorryServer?.ip || real.length === 0 || foreign.includes(sorryServer)) return real;
  return [...real, { server: sorryServer, method: sorryMethodOf(service), sorry: true }];
}
