import type { Version } from "../../parsers/core/schema.ts";
import type { Address } from "../../parsers/haproxy/address.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { serverOption } from "./proxies.ts";
import { type AnyServer, serversOf } from "./servers.ts";

/** What a line asks of its address: the flags that each caller of str2sa_range() gives. */
export interface Use {
  readonly title: string;
  /** From this release on it needs a port, which is not 0. */
  readonly needsPort?: Version;
  readonly takesRange?: true;
  readonly takesOffset?: true;
  /** It takes no addresses for packets, or none for streams. */
  readonly refuses?: "dgram" | "stream";
  readonly refusesPaths?: true;
  readonly refusesDescriptors?: true;
  /** A name that cannot be resolved does not stop haproxy. */
  readonly mayWait?: true;
  /** haproxy/server-ipv6-without-brackets speaks of it. */
  readonly bracketed?: true;
  /** The daemon reports what is wrong, and refuses the file from this release on. */
  readonly since?: Version;
}

export interface UsedAddress {
  readonly address: Address;
  readonly use: Use;
}

const bind: Use = { title: "bind", needsPort: "0", takesRange: true, refuses: "dgram" };
const server: Use = { title: "server", takesOffset: true, refuses: "dgram", refusesDescriptors: true };
const peer: Use = { ...server, title: "peer", needsPort: "3.0" };
const log: Use = { title: "log" };
const nameserver: Use = { title: "nameserver", needsPort: "0", refusesDescriptors: true };
const mailer: Use = {
  title: "mailer",
  needsPort: "0",
  refuses: "dgram",
  refusesPaths: true,
  refusesDescriptors: true,
};

/** The lines of a log-forward section. */
const forwards: Readonly<Record<string, Use>> = {
  bind: { ...bind, since: "3.0" },
  "dgram-bind": { ...bind, title: "dgram-bind", refuses: "stream" },
};

/** Every address on which haproxy listens or to which it connects. */
export const usedAddresses = (model: Haproxy): readonly UsedAddress[] => [
  ...model.proxies.flatMap(ofProxy),
  ...model.global.sockets.flatMap(boundBy({ ...bind, title: "stats socket" })),
  ...model.global.logs.flatMap(usedAs(log)),
  ...model.logForwards.flatMap(({ binds, logs }) => [
    ...binds.flatMap((one) => boundBy(forwards[one.statement.keyword.value] ?? bind)(one)),
    ...logs.flatMap(usedAs(log)),
  ]),
  ...model.peers.flatMap(({ binds, peers, logs }) => [
    ...binds.flatMap(boundBy(bind)),
    ...peers.flatMap(usedAs(peer)),
    ...logs.flatMap(usedAs(log)),
  ]),
  ...model.resolvers.flatMap(({ nameservers }) => nameservers.flatMap(usedAs(nameserver))),
  ...model.mailers.flatMap(({ mailers }) => mailers.flatMap(usedAs(mailer))),
  ...model.rings.flatMap(({ servers }) => servers.flatMap(usedAs(server))),
];

interface Addressed {
  readonly address?: Address;
}

const usedAs =
  (use: Use) =>
  ({ address }: Addressed): UsedAddress[] =>
    address ? [{ address, use }] : [];

/** The parts of a comma list, the empty ones aside. */
const boundBy =
  (use: Use) =>
  ({ addresses }: { readonly addresses: readonly Address[] }): UsedAddress[] =>
    (addresses.length > 1 ? addresses.filter(({ at }) => at.end > at.start) : addresses).map((address) => ({
      address,
      use,
    }));

/** A log backend sends to servers of either kind. */
function ofProxy(proxy: Proxy): UsedAddress[] {
  const { refuses, ...either } = server;
  const takes = proxy.mode === "log" || proxy.mode === undefined ? either : server;
  const plain: Use = { ...takes, bracketed: true };
  const waiting: Use = { ...plain, mayWait: true };
  return [
    ...proxy.binds.flatMap(boundBy(bind)),
    ...serversOf(proxy).flatMap((one) => usedAs(waits(one) ? waiting : plain)(one)),
    ...proxy.logs.flatMap(usedAs(log)),
  ];
}

/** A name of it may be resolved later. */
const waits = (one: AnyServer): boolean =>
  one.address?.kind === "name" &&
  (serverOption(one, "init-addr") ?? serverOption(one, "resolvers")) !== undefined;
