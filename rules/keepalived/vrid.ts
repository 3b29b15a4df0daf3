import type { GlobalDefs, Keepalived, VrrpInstance } from "../../parsers/keepalived/model.ts";
import { plainIp } from "../cluster/net.ts";
import { familyAndVersion } from "./instance.ts";

/** Pairs of instances of one family with the same virtual_router_id, the earlier first; a repeated name is no second instance. */
export function* sameVrid({ vrrpInstances }: Keepalived): Generator<readonly [VrrpInstance, VrrpInstance]> {
  for (const [i, later] of vrrpInstances.entries())
    for (const earlier of vrrpInstances.slice(0, i)) {
      if (!later.virtualRouterId || later.virtualRouterId.value !== earlier.virtualRouterId?.value) continue;
      if (later.name && later.name.value === earlier.name?.value) continue;
      if (familyAndVersion(earlier).family === familyAndVersion(later).family) yield [earlier, later];
    }
}

const isUnicast = ({ unicastPeers }: VrrpInstance): boolean => unicastPeers.length > 0;
const sourceOf = ({ unicastSrcIp, mcastSrcIp }: VrrpInstance): string | undefined =>
  (unicastSrcIp ?? mcastSrcIp)?.value;

/** Whether the two hear each other's adverts as if they were one router's: multicast and unicast are worlds apart (vrrp.c, check_vrid_conflicts). */
export function collide(a: VrrpInstance, b: VrrpInstance, globals: GlobalDefs): boolean {
  if (isUnicast(a) !== isUnicast(b)) return false;
  if (!isUnicast(a)) return sameInterface(a, b) && groupOf(a, globals) === groupOf(b, globals);
  if (a.interface && b.interface && !sameInterface(a, b)) return false;
  const [from, other] = [sourceOf(a), sourceOf(b)];
  if (!from || !other || plainIp(from) !== plainIp(other)) return false;
  return a.unicastPeers.some(({ ip }) =>
    b.unicastPeers.some((peer) => ip && peer.ip && plainIp(ip.value) === plainIp(peer.ip.value)),
  );
}

export const sameInterface = (a: VrrpInstance, b: VrrpInstance): boolean =>
  a.interface !== undefined && a.interface.value === b.interface?.value;

const groupOf = (instance: VrrpInstance, { vrrpMcastGroup4, vrrpMcastGroup6 }: GlobalDefs): string =>
  plainIp(
    instance.mcastDstIp?.value ??
      (familyAndVersion(instance).family === 4 ? vrrpMcastGroup4 : vrrpMcastGroup6)?.value ??
      "",
  );
