import { plainIp } from "./net.ts";
import type { Router } from "./vrrp.ts";

/** An empty unicast_peer means multicast (vrrp_data.c), unless unicast_fault_no_peer forbids it. */
export const isUnicast = ({ instance }: Router): boolean => instance.unicastPeers.length > 0;

/** The addresses this router may send from: unicast_src_ip, else those of its interface; [] where nobody says. */
export function sourcesOf({ instance, node }: Router): string[] {
  if (instance.unicastSrcIp) return [plainIp(instance.unicastSrcIp.value)];
  const device = instance.interface?.value;
  return node.facts.addresses.flatMap((address) =>
    address.interface === device ? [plainIp(address.ip)] : [],
  );
}

/** The peers' addresses; undefined where one cannot be read. */
export function peersOf({ instance }: Router): string[] | undefined {
  const ips = instance.unicastPeers.map(({ ip }) => ip && plainIp(ip.value));
  return ips.includes(undefined) ? undefined : (ips as string[]);
}
