import type { Address } from "../../parsers/haproxy/address.ts";
import type { Bind, Option, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { inProxies } from "./inProxies.ts";
import { isRunning, listens } from "./proxies.ts";

/** The option of a `bind` line that counts: its last one. */
export const optionNamed = ({ options }: Bind, name: string): Option | undefined =>
  options.findLast((option) => option.name === name);

export const isTls = (bind: Bind): boolean => optionNamed(bind, "ssl") !== undefined;

/** A bind line with the proxy it stands in. */
export interface PlacedBind {
  readonly bind: Bind;
  readonly proxy: Proxy;
}

/** The binds of running frontends and listens. */
export const bindsOf = inProxies((proxy): readonly PlacedBind[] =>
  listens(proxy) && isRunning(proxy) ? proxy.binds.map((bind) => ({ bind, proxy })) : [],
);

/** Not reachable from another machine: loopback, a socket file, a descriptor. */
export const isLocal = ({ kind, host }: Address): boolean =>
  kind === "path" ||
  kind === "fd" ||
  host === "::1" ||
  host === "localhost" ||
  (kind === "ip4" && host.startsWith("127."));

/** Every address of its binds is local; a variable's is taken for that. */
export const listensLocally = ({ binds }: Proxy): boolean =>
  binds.every(({ addresses }) => addresses.every(isLocal));

/** Clients reach it from elsewhere in clear text. */
export const isClear = (bind: Bind): boolean =>
  !isTls(bind) && bind.addresses.some((address) => !isLocal(address));
