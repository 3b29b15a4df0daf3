import type { Address } from "../../parsers/haproxy/address.ts";
import type { Bind, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { optionNamed, type PlacedBind } from "./binds.ts";
import { byName, inProxies } from "./inProxies.ts";
import type { PlacedServer } from "./lookup.ts";
import { isRunning, listens, serves } from "./proxies.ts";
import { serversOf } from "./servers.ts";

/** One address of a `bind` line. */
export interface Listener extends PlacedBind {
  readonly address: Address;
  /** Protocol, host, interface and namespace: what two sockets must share to meet. */
  readonly key: string;
  /** The host of the key. */
  readonly host: string;
}

/** IPv4 0.0.0.0 and IPv6 :: as "*" and "::"; anything else as written. */
const hostOf = ({ kind, host, family }: Address): string =>
  (kind === "any" && !family?.endsWith("6")) || host === "0.0.0.0" ? "*" : kind === "any" ? "::" : host;

/** Every address that running frontends and listens bind, what a variable hides aside. */
export const listenersOf = inProxies((proxy) =>
  listens(proxy) && isRunning(proxy) ? proxy.binds.flatMap((bind) => listenersAt(bind, proxy)) : [],
);

function listenersAt(bind: Bind, proxy: Proxy): Listener[] {
  if (!bind.word || bind.word.hole) return [];
  const where = ["interface", "namespace"].map((name) => optionNamed(bind, name)?.args[0]?.value ?? "");
  return bind.addresses.flatMap((address): Listener[] => {
    const { family = "", kind, port, faults } = address;
    if (faults.length > 0 || kind === "name" || kind === "fd" || address.host.includes("$")) return [];
    if (kind !== "path" && (!port || port.low === 0)) return [];
    const host = hostOf(address);
    const proto = kind === "path" ? family : /^(quic|udp)/.test(family) ? "udp" : "tcp";
    return [{ bind, proxy, address, host, key: [proto, host, ...where].join(" ") }];
  });
}

/** Its port, or the path of a socket. */
export const placeOf = ({ kind, host, port }: Address): string =>
  kind === "path" ? host : `:${port?.low ?? ""}`;

/** The servers of running proxies by the place of their address: a few listeners ask for them, not they for these. */
export const serversAt = byName<string, PlacedServer>((proxy, name) => {
  if (!serves(proxy) || !isRunning(proxy)) return;
  for (const server of serversOf(proxy)) if (server.address) name(placeOf(server.address), { server, proxy });
});

/** Whether their ports have one in common. */
export const meets = ({ address: { port: a } }: Listener, { address: { port: b } }: Listener): boolean =>
  !a || !b || (a.low <= b.high && b.low <= a.high);
