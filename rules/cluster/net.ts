import ipaddr from "ipaddr.js";
import { ip4Number, isIp4, isIp6 } from "../../parsers/core/types.ts";

/** One way of writing an address, so that two can be compared; IPv4 has but one, and what is no address stays as it is. */
export const plainIp = (ip: string): string => (isIp6(ip) ? ipaddr.parse(ip).toString() : ip);

export const isLoopback = (ip: string): boolean =>
  isIp4(ip) ? ip.startsWith("127.") : isIp6(ip) && ipaddr.parse(ip).range() === "loopback";

/** Of fe80::/10, the network that every interface with IPv6 is on (RFC 4291, 2.8). */
export const isLinkLocal = (ip: string): boolean => isIp6(ip) && ipaddr.parse(ip).range() === "linkLocal";

export const familyOf = (ip: string): 4 | 6 => (isIp4(ip) ? 4 : 6);

/** Whether the address lies in the subnet of `base`/`prefix`. */
export function inSubnet(ip: string, base: string, prefix: number): boolean {
  const [one, other] = [ip4Number(ip), ip4Number(base)];
  if (one !== undefined && other !== undefined) {
    const hosts = 2 ** (32 - prefix);
    return Math.floor(one / hosts) === Math.floor(other / hosts);
  }
  return isIp6(ip) && isIp6(base) && ipaddr.IPv6.parse(ip).match(ipaddr.IPv6.parse(base), prefix);
}

/** An address with the length of its network. */
export interface Network {
  readonly ip: string;
  readonly prefix: number;
}

/** Whether one of the two networks holds the other. */
export const overlap = (a: Network, b: Network): boolean =>
  a.prefix <= b.prefix ? inSubnet(b.ip, a.ip, a.prefix) : inSubnet(a.ip, b.ip, b.prefix);

/** "10.0.0.0/24" for 10.0.0.9/24. */
export function networkName({ ip, prefix }: Network): string {
  const base =
    familyOf(ip) === 4
      ? ipaddr.IPv4.networkAddressFromCIDR(`${ip}/${prefix}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${ip}/${prefix}`);
  return `${base}/${prefix}`;
}
