import { remembered } from "../../parsers/core/remembered.ts";
import type { Setting } from "../../parsers/core/settings.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Checker, RealServer, VirtualServer } from "../../parsers/keepalived/model.ts";
import { plainIp } from "./net.ts";

/** One thing that a virtual server is told, and that all directors must be told alike. */
export interface Aspect {
  readonly keyword: string;
  /** As shown; "none" where it is not set and has no default. undefined: written, but not known. */
  readonly value: string | undefined;
  /** The word that says it, where it is written. */
  readonly at?: Span;
  /** What happens where the directors differ: the end of the message. */
  readonly consequence: string;
}

/** The real server of an aspect that belongs to one: "192.168.10.2 80". */
export interface RealServerAspects {
  readonly at: Span;
  readonly aspects: readonly Aspect[];
}

const spread = "after a failover connections are balanced in another way";

/** In a fixed order, so that those of two directors can be compared one by one. */
export const serverAspects = remembered(({ statement, ...server }: VirtualServer): readonly Aspect[] => {
  const aspect = aspectsIn(statement);
  const { sorryServer } = server;
  return [
    aspect("lb_algo", server.scheduler, "wlc", spread),
    aspect("lb_kind", server.kind, "NAT", "after a failover packets reach the real servers in another way"),
    aspect("protocol", upper(server.protocol), "none", "after a failover the service is not the same"),
    aspect(
      "persistence_timeout",
      server.persistenceTimeout,
      "none",
      "after a failover clients may change their real server",
    ),
    aspect(
      "persistence_granularity",
      server.persistenceGranularity,
      "none",
      "after a failover clients may change their real server",
    ),
    aspect("quorum", server.quorum, 1, "the directors do not agree on when the service is up"),
    aspect("hysteresis", server.hysteresis, 0, "the directors do not agree on when the service is up"),
    {
      keyword: "sorry_server",
      value: sorryServer ? sorryServer.ip && addressName(sorryServer) : "none",
      consequence: "it depends on the director what users see while all real servers are down",
      ...(sorryServer ? { at: sorryServer.ip?.word.at ?? sorryServer.statement.keyword.at } : {}),
    },
  ];
});

/** By "192.168.10.2 80"; undefined where the address of one cannot be read. */
export const realServerAspects = remembered(
  (server: VirtualServer): ReadonlyMap<string, RealServerAspects> | undefined => {
    const all = new Map<string, RealServerAspects>();
    for (const entry of server.realServers) {
      if (!entry.ip) return undefined;
      all.set(addressName(entry), { at: entry.ip.word.at, aspects: aspectsOf(entry, server) });
    }
    return all;
  },
);

function aspectsOf(entry: RealServer, server: VirtualServer): readonly Aspect[] {
  const aspect = aspectsIn(entry.statement);
  const health = "the directors do not agree on when the real server is up";
  const checkers = entry.checkers.map(({ kind }) => kind);
  return [
    aspect("weight", entry.weight, server.weight?.value ?? 1, spread),
    aspect(
      "lvs_method",
      entry.lvsMethod,
      "none",
      "after a failover packets reach the real server in another way",
    ),
    {
      keyword: "checker",
      value: checkers.join(" ") || "none",
      consequence: health,
      ...(entry.checkers[0] ? { at: entry.checkers[0].statement.keyword.at } : {}),
    },
    ...entry.checkers.flatMap((checker) => checkerAspects(checker, entry.port?.value, health)),
  ];
}

function checkerAspects(checker: Checker, port: number | undefined, health: string): readonly Aspect[] {
  const aspect = aspectsIn(checker.statement);
  const urls = checker.urls.map(({ statement, path, statusCode }) => {
    const inUrl = aspectsIn(statement);
    return [inUrl("path", path, "none", health), inUrl("status_code", statusCode, "none", health)];
  });
  return [
    aspect("connect_port", checker.connectPort, port ?? 0, health),
    aspect("connect_ip", checker.connectIp, "none", health),
    ...urls.flat(),
  ];
}

/** A setting of this statement's block as an aspect; one that is written but cannot be read has no value. */
const aspectsIn =
  ({ block }: Statement) =>
  (
    keyword: string,
    setting: Setting<string | number> | undefined,
    absent: string | number,
    consequence: string,
  ): Aspect => {
    const written = setting?.statement ?? block?.statements.findLast((one) => one.keyword.value === keyword);
    const value = setting ? setting.value : written ? undefined : absent;
    return {
      keyword,
      value: value?.toString(),
      consequence,
      ...(written ? { at: setting?.word.at ?? written.keyword.at } : {}),
    };
  };

const upper = (setting: Setting<string> | undefined): Setting<string> | undefined =>
  setting && { ...setting, value: setting.value.toUpperCase() };

const addressName = ({ ip, port }: { ip?: Setting<string>; port?: Setting<number> }): string =>
  `${plainIp(ip?.value ?? "")} ${port?.value ?? 0}`;
