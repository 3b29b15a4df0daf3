import type { Address } from "../../parsers/haproxy/address.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import { bindsOf, optionNamed, type PlacedBind } from "./binds.ts";

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

/** Every address that frontends and listens bind, what a variable hides aside. */
export const listenersOf = (model: Haproxy): readonly Listener[] =>
  bindsOf(model).flatMap(({ bind, proxy }) => {
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
  });

/** Whether their ports have one in common. */
export const meets = ({ address: { port: a } }: Listener, { address: { port: b } }: Listener): boolean =>
  !a || !b || (a.low <= b.high && b.low <= a.high);
