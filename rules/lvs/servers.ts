import { all } from "../../parsers/core/settings.ts";
import { cover, type Span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Checker, Entity, RealServer, VirtualServer } from "../../parsers/keepalived/model.ts";
import { plainIp } from "../cluster/net.ts";

/** How IPVS hands a packet on. */
export type Method = "NAT" | "DR" | "TUN";

/** As written: "virtual_server 10.0.0.4 80", "real_server 10.0.0.9 80", "fwmark 1". */
export const titleOf = ({ statement: { keyword, args } }: Entity): string =>
  [keyword, ...args].map(({ value }) => value).join(" ");

/** The statement without its block. */
export const headOf = ({ statement: { keyword, args } }: Entity): Span =>
  cover(keyword.at, args.at(-1)?.at ?? keyword.at);

/** A block in which no template stands for settings, so that what is not there is really missing. */
export const isComplete = ({ statement: { block } }: Entity): boolean =>
  !!block && !block.statements.some(({ keyword }) => keyword.hole);

/** The statements of these keywords, synonyms or not, right inside the block. */
export const within = ({ statement }: Entity, ...keywords: readonly string[]): readonly Statement[] =>
  keywords.flatMap((keyword) => all(statement.block, keyword));

export const has = (entity: Entity, ...keywords: readonly string[]): boolean =>
  within(entity, ...keywords).length > 0;

/** The port at this argument: 0 where there is none, undefined where it is not known. */
export function portAt({ args }: Statement, index: number): number | undefined {
  const word = args[index];
  if (!word) return 0;
  return !word.hole && /^\d+$/.test(word.value) ? Number(word.value) : undefined;
}

const methods: ReadonlySet<string> = new Set<Method>(["NAT", "DR", "TUN"]);
export const isMethod = (value: string | undefined): value is Method =>
  value !== undefined && methods.has(value);

/** The method of a server of this service; undefined where its word is none, or not known. */
export function methodOf(
  service: VirtualServer,
  server?: Entity,
  keyword = "lvs_method",
): Method | undefined {
  const own = server && within(server, keyword).at(-1);
  const word = own ? own.args[0] : service.kind?.word;
  if (own || word) return word && !word.hole && isMethod(word.value) ? word.value : undefined;
  return has(service, "lb_kind", "lvs_method") ? undefined : "NAT";
}

/** The last setting of the sorry server that counts: keepalived ignores one above it. */
export function sorrySetting(service: VirtualServer, keyword: string): Statement | undefined {
  const statements = service.statement.block?.statements ?? [];
  const sorry = statements.findIndex((one) => one.keyword.value === "sorry_server");
  return sorry < 0 ? undefined : within(service, keyword).findLast((one) => statements.indexOf(one) > sorry);
}

/** The sorry server's method: its keyword stands beside it, in the virtual_server. */
export const sorryMethodOf = (service: VirtualServer): Method | undefined =>
  sorrySetting(service, "sorry_server_lvs_method")
    ? methodOf(service, service, "sorry_server_lvs_method")
    : methodOf(service);

/** The weight that keepalived starts a real server with; undefined where it is not known. */
export function weightOf(service: VirtualServer, server: RealServer): number | undefined {
  const own = has(server, "weight") ? server : service;
  return own.weight?.value ?? (has(own, "weight") ? undefined : 1);
}

/** "192.168.10.2 80" as keepalived compares real servers; undefined where address or port is not known. */
export function keyOf({ ip, statement }: Pick<RealServer, "ip" | "statement">): string | undefined {
  const port = portAt(statement, 1);
  return ip && port !== undefined ? `${plainIp(ip.value)} ${port}` : undefined;
}

/** Whether keepalived goes into the block: it skips one whose address, port or mark it cannot read. */
export const isRead = ({ service, statement }: VirtualServer): boolean =>
  service?.kind === "address"
    ? portAt(statement, 1) !== undefined
    : service?.kind === "fwmark"
      ? !!service.mark?.value
      : service?.group !== undefined;

/** A checker with the servers that it inherits from. */
export interface Check {
  readonly checker: Checker;
  readonly server: RealServer;
  readonly service: VirtualServer;
  /** Where a setting of the check may stand: what is nearer wins. */
  readonly levels: readonly [Checker, RealServer, VirtualServer];
}

export const checksOf = (services: readonly VirtualServer[]): readonly Check[] =>
  services.flatMap((service) =>
    service.realServers.flatMap((server) =>
      server.checkers.map(
        (checker): Check => ({ checker, server, service, levels: [checker, server, service] }),
      ),
    ),
  );
