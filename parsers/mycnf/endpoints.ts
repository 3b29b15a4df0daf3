import type { Span } from "../core/source.ts";
import type { Word } from "../core/tree.ts";
import { hostPort } from "./address.ts";
import type { Server } from "./model.ts";

/** A TCP port on which the server listens, with the word that states it. */
export interface Endpoint {
  /** Absent: every address. */
  readonly ip?: string;
  readonly port: number;
  readonly service:
    | "MySQL clients"
    | "Galera group"
    | "Galera incremental state transfer"
    | "Galera state transfer";
  readonly at: Span;
}

/** Where nothing is said: the clients' port, Galera's for the group, for the missing writes and for the whole state. */
const defaults = { clients: 3306, group: 4567, ist: 4568, sst: 4444 } as const;

/** All ports of a server; those of Galera only where it takes part in a cluster. The port of a hole is left out. */
export const endpointsOf = (server: Server): Endpoint[] => [...clients(server), ...replication(server)];

function clients({ listening, effective }: Server): Endpoint[] {
  const { addresses, port, off } = listening;
  if (off?.value || effective.get("port")?.value?.hole || effective.get("bind_address")?.value?.hole)
    return [];
  const number = port?.value ?? defaults.clients;
  const service = "MySQL clients";
  if (addresses.length > 0)
    return addresses.map(({ value, word }) => ({
      ...ipOf(value),
      port: number,
      service,
      at: (port?.word ?? word).at,
    }));
  return port ? [{ port: number, service, at: port.word.at }] : [];
}

function replication({ wsrep }: Server): Endpoint[] {
  const member = wsrep.clusterAddress?.word ?? wsrep.provider?.word;
  if (!member || wsrep.on?.value === false || wsrep.provider?.value === "none") return [];
  const option = (key: string): Word | undefined =>
    wsrep.providerOptions?.value.findLast((one) => one.key.value === key)?.value;
  const group = listening(option("gmcast.listen_addr"), "Galera group", defaults.group, member);
  const base = option("base_port") ?? wsrep.nodeAddress?.value.portWord;
  const own = base && /^\d+$/.test(base.value) ? { ...group, port: Number(base.value), at: base.at } : group;
  return [
    option("gmcast.listen_addr") ? group : own,
    listening(
      option("ist.recv_bind") ?? option("ist.recv_addr"),
      "Galera incremental state transfer",
      own.port + 1,
      member,
    ),
    listening(undefined, "Galera state transfer", defaults.sst, member),
  ];
}

/** `tcp://host:port`, or the default at every address. */
function listening(
  word: Word | undefined,
  service: Endpoint["service"],
  port: number,
  fallback: Word,
): Endpoint {
  if (!word) return { port, service, at: fallback.at };
  const text = word.value.replace(/^(?:tcp|ssl):\/\//, "");
  const start = word.at.start + word.value.length - text.length;
  const found = hostPort({ kind: "word", value: text, at: word.at.with({ start }) });
  return { ...ipOf(found.host), port: found.port ?? port, service, at: word.at };
}

const ipOf = (host: string): { ip?: string } =>
  /^(?:\*|0\.0\.0\.0|::|)$/.test(host) ? {} : { ip: host.toLowerCase() === "localhost" ? "127.0.0.1" : host };
