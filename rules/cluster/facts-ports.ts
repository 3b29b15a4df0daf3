import { apache } from "../../parsers/apache/index.ts";
import type { Span } from "../../parsers/core/source.ts";
import { isIp } from "../../parsers/core/types.ts";
import { endpointsOf as mysqlEndpoints } from "../../parsers/mycnf/endpoints.ts";
import { endpointsOf as postgresqlEndpoints } from "../../parsers/postgresql/endpoints.ts";
import { postgresql } from "../../parsers/postgresql/index.ts";
import { varnish } from "../../parsers/shellvars/index.ts";
import { machineIn } from "../galera/machine.ts";
import type { Document } from "../rule.ts";
import { modelsIn, type PortFact } from "./model.ts";

type Documents = readonly Document[];

/** A listener on an address or, without one, on all; a name tells no address. */
function listener(service: string, ip: string | undefined, port: number, at: Span): PortFact[] {
  const fact = { port, protocol: "tcp", service, at } as const;
  return ip === undefined ? [fact] : isIp(ip) ? [{ ...fact, ip }] : [];
}

/** Where the machine's servers surely listen. */
export function serverPorts(documents: Documents): PortFact[] {
  const mysql = machineIn(documents);
  return [
    ...(mysql ? mysqlEndpoints(mysql) : []).flatMap(({ service, ip, port, at }) =>
      listener(service, ip, port, at),
    ),
    ...modelsIn(documents, postgresql).flatMap((model) =>
      postgresqlEndpoints(model).flatMap(({ ip, port, at }) => listener("PostgreSQL", ip, port, at)),
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
}
