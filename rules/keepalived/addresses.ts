import ipaddr from "ipaddr.js";
import type { Address, Keepalived, VrrpInstance } from "../../parsers/keepalived/model.ts";
import { familyOf } from "../cluster/net.ts";

/** The addresses that the instance puts on its router, advertised ones first. */
export const addressesOf = ({ virtualIps, excludedIps }: VrrpInstance): readonly Address[] => [
  ...virtualIps,
  ...excludedIps,
];

/** Virtual and static addresses. */
export const allAddresses = ({ vrrpInstances, staticAddresses }: Keepalived): readonly Address[] => [
  ...vrrpInstances.flatMap(addressesOf),
  ...staticAddresses,
];

/** The bits of the prefix that the daemon takes. */
export const prefixOf = ({ ip, prefix }: Address): number =>
  prefix?.value ?? (ip && familyOf(ip.value) === 6 ? 128 : 32);

export const rangeOf = (ip: string): string => ipaddr.parse(ip).range();

export const networkOf = (ip: string, prefix: number): string =>
  ipaddr.IPv4.networkAddressFromCIDR(`${ip}/${prefix}`).toString();
export const broadcastOf = (ip: string, prefix: number): string =>
  ipaddr.IPv4.broadcastAddressFromCIDR(`${ip}/${prefix}`).toString();
