import type { Span } from "../core/source.ts";
import type { PostgreSql } from "./model.ts";

/** A TCP port on which the server listens, with the word that states it. */
export interface Endpoint {
  /** Absent: every address. */
  readonly ip?: string;
  readonly port: number;
  readonly at: Span;
}

const defaultPort = 5432;

/** Where clients are served; without listen_addresses at localhost alone. Nothing where neither address nor port is set. */
export function endpointsOf({ addresses, port }: PostgreSql): Endpoint[] {
  const number = port?.value ?? defaultPort;
  if (!addresses) return port ? [{ ip: "127.0.0.1", port: number, at: port.word.at }] : [];
  return addresses.map(({ value, word }) => ({ ...ipOf(value), port: number, at: (port?.word ?? word).at }));
}

const ipOf = (host: string): { ip?: string } =>
  /^(?:\*|0\.0\.0\.0|::)$/.test(host) ? {} : { ip: host.toLowerCase() === "localhost" ? "127.0.0.1" : host };
