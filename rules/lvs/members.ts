import type { Statement, Word } from "../../parsers/core/tree.ts";
import type { RealServer, SorryServer, VirtualServer } from "../../parsers/keepalived/model.ts";
import { familyOf } from "../cluster/net.ts";
import { has, isMethod, keyOf, type Method, within } from "./servers.ts";

type Family = 4 | 6;

/** Which real servers of a virtual_server keepalived takes, and why not the others. */
export interface Members {
  readonly taken: readonly RealServer[];
  /** Second and later ones of one address and port, with the first. */
  readonly duplicates: readonly { readonly server: RealServer; readonly first: RealServer }[];
  /** Those of the other address family. */
  readonly foreign: readonly (RealServer | SorryServer)[];
  /** An ip_family that contradicts what stands before it. */
  readonly contradiction?: Word;
  /** The family that the service ends up with; undefined: not known. */
  readonly family?: Family;
}

const known = new WeakMap<VirtualServer, Members>();

export function membersOf(service: VirtualServer): Members {
  const members = known.get(service) ?? sortOut(service);
  known.set(service, members);
  return members;
}

/** Goes through the block as keepalived does: what stands first settles the family, and only tunnels may differ from it. */
function sortOut(service: VirtualServer): Members {
  const servers = new Map(service.realServers.map((server) => [server.statement, server]));
  const taken: RealServer[] = [];
  const byKey = new Map<string, RealServer>();
  const duplicates: { server: RealServer; first: RealServer }[] = [];
  const foreign: (RealServer | SorryServer)[] = [];
  let family = service.service?.kind === "address" ? familyOf(service.service.ip.value) : undefined;
  let method: Method | undefined;
  let contradiction: Word | undefined;
  let doubtful = false;
  let sorryMethod: Method | undefined;
  const fits = (ip: string, by: Method | undefined): boolean => {
    if (by === "TUN" || doubtful) return true;
    family ??= familyOf(ip);
    return family === familyOf(ip);
  };
  for (const statement of service.statement.block?.statements ?? []) {
    const [word] = statement.args;
    const keyword = statement.keyword.value;
    if (statement.keyword.hole || (word?.hole && keyword !== "real_server")) doubtful = true;
    if (keyword === "lb_kind" || keyword === "lvs_method") method = methodIn(statement) ?? method;
    if (keyword === "sorry_server") sorryMethod = method;
    if (keyword === "sorry_server_lvs_method") sorryMethod = methodIn(statement) ?? sorryMethod;
    if (keyword === "persistence_granularity" && word) family ??= word.value.includes(".") ? 4 : 6;
    if (keyword === "ip_family" && word && !word.hole) {
      const named = word.value === "inet" ? 4 : word.value === "inet6" ? 6 : undefined;
      if (named && family && family !== named) contradiction = word;
      else family ??= named;
    }
    const server = servers.get(statement);
    if (!server?.ip) continue;
    const key = keyOf(server);
    const first = key && byKey.get(key);
    if (!fits(server.ip.value, ownMethod(server) ?? method)) foreign.push(server);
    else if (first) duplicates.push({ server, first });
    else {
      taken.push(server);
      if (key) byKey.set(key, server);
    }
  }
  const { sorryServer } = service;
  if (sorryServer?.ip && !fits(sorryServer.ip.value, sorryMethod)) foreign.push(sorryServer);
  return {
    taken,
    duplicates,
    foreign,
    ...(contradiction && !doubtful ? { contradiction } : {}),
    ...(family && !doubtful ? { family } : {}),
  };
}

const methodIn = ({ args: [word] }: Statement): Method | undefined =>
  word && isMethod(word.value) ? word.value : undefined;

const ownMethod = (server: RealServer): Method | undefined => {
  const statement = has(server, "lvs_method") ? within(server, "lvs_method").findLast(methodIn) : undefined;
  return statement && methodIn(statement);
};
