import { apache } from "../../parsers/apache/index.ts";
import type { Setting } from "../../parsers/core/settings.ts";
import type { Span } from "../../parsers/core/source.ts";
import { isIp } from "../../parsers/core/types.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import { postgresql } from "../../parsers/postgresql/index.ts";
import { varnish } from "../../parsers/shellvars/index.ts";
import type { Document } from "../rule.ts";
import { modelsIn, type PortFact } from "./model.ts";

type Documents = readonly Document[];

const everywhere: ReadonlySet<string> = new Set(["*", "0.0.0.0", "::", "[::]"]);

/** A listener on an address, on every one (no host, or a wildcard), or on none that can be told (a name). */
function listener(service: string, host: string | undefined, port: number, at: Span): PortFact[] {
  const fact = { port, protocol: "tcp", service, at } as const;
  if (host === undefined || everywhere.has(host)) return [fact];
  return isIp(host) ? [{ ...fact, ip: host }] : [];
}

/** A server with its addresses and port in settings of their own; silent where it says neither. */
function stated(
  service: string,
  addresses: readonly Setting<string>[] | undefined,
  port: Setting<number> | undefined,
  standard: number,
): PortFact[] {
  const number = port?.value ?? standard;
  if (addresses && addresses.length > 0)
    return addresses.flatMap(({ value, word }) => listener(service, value, number, port?.word.at ?? word.at));
  return [];
}

/** Where MariaDB, PostgreSQL, Apache and Varnish surely listen: what their files state, no defaults. */
export const serverPorts = (documents: Documents): PortFact[] => [
  ...modelsIn(documents, galera).flatMap(({ listening: { addresses, port, off } }) =>
    off?.value ? [] : stated("MariaDB", addresses, port, 3306),
  ),
  ...modelsIn(documents, postgresql).flatMap(({ addresses, port }) =>
    stated("PostgreSQL", addresses, port, 5432),
  ),
  ...modelsIn(documents, apache).flatMap(({ listens }) =>
    listens.flatMap(({ host, port, word, conditional }) =>
      conditional ? [] : listener("Apache", host, port, word.at),
    ),
  ),
  ...modelsIn(documents, varnish).flatMap(({ listeners }) =>
    listeners.flatMap(({ host, port, word }) => listener("Varnish", host, port, word.at)),
  ),
];
