import type { Span } from "../../parsers/core/source.ts";
import type { Node, VipFact } from "../cluster/model.ts";
import { familyOf, type Network } from "../cluster/net.ts";
import { routersOf } from "../cluster/vrrp.ts";

/** An advertised address with the static networks of the interface it is put on. */
export interface VipNetworks {
  readonly vip: VipFact;
  readonly device: string;
  readonly networks: readonly (Network & { readonly at: Span })[];
}

/** Only where all addresses of the interface are known, and the instance brings no routes of its own. */
export function vipNetworks(node: Node): VipNetworks[] {
  const { facts } = node;
  if (!facts.addressesKnown) return [];
  const routed = routersOf(node).flatMap(({ instance }) =>
    instance.virtualRoutes.length > 0 ? [instance.name?.value] : [],
  );
  return facts.vips.flatMap((vip): VipNetworks[] => {
    const device = vip.interface;
    const networks = facts.addresses.flatMap(({ ip, prefix, at, interface: on }) =>
      on === device && prefix !== undefined && familyOf(ip) === familyOf(vip.ip) ? [{ ip, prefix, at }] : [],
    );
    return device && vip.advertised && networks.length > 0 && !routed.includes(vip.owner)
      ? [{ vip, device, networks }]
      : [];
  });
}
