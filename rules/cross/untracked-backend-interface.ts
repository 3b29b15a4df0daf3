import type { SyncGroup } from "../../parsers/keepalived/model.ts";
import { listed } from "../cluster/compare.ts";
import { balancedBy, targetsOf } from "../cluster/directors.ts";
import { ownAddresses } from "../cluster/machines.ts";
import type { AddressFact, Node } from "../cluster/model.ts";
import { inSubnet, plainIp } from "../cluster/net.ts";
import { trackedBy } from "../cluster/tracking.ts";
import { instanceAt, instanceName, type Router, routersOf } from "../cluster/vrrp.ts";
import { nodeRule } from "../rule.ts";

export const untrackedBackendInterface = nodeRule({
  id: "cross/untracked-backend-interface",
  severity: "warning",
  summary: "A director should track the interface through which it reaches its real servers",
  daemon: "silent",
  check(node, report) {
    for (const router of routersOf(node)) {
      const servers = targetsBehind(router, node);
      const devices = new Map<string, AddressFact>();
      for (const ip of servers) {
        const device = ownAddresses(node).find(
          ({ ip: base, prefix }) => prefix !== undefined && inSubnet(ip, base, prefix),
        );
        if (device) devices.set(device.interface, device);
      }
      for (const [device, address] of devices) {
        if (device === router.instance.interface?.value || isTracked(router, device)) continue;
        report(
          instanceAt(router),
          `${instanceName(router)} does not track ${device}, which leads to ${listed(servers)}: with ${device} dead this node keeps the virtual address and reaches no real server`,
          { related: [{ at: address.at, message: `the address of ${device}` }] },
        );
      }
    }
  },
});

/** The real servers of the virtual servers whose address this instance moves. */
function targetsBehind({ instance }: Router, node: Node): string[] {
  const vips = [...instance.virtualIps, ...instance.excludedIps].flatMap(({ ip }) =>
    ip ? [plainIp(ip.value)] : [],
  );
  const balanced = balancedBy(node).filter(({ ip }) => ip && vips.includes(plainIp(ip.value)));
  const ips = balanced.flatMap((one) =>
    targetsOf(one).flatMap(({ kind, ip }) => (kind === "real_server" ? [ip.value] : [])),
  );
  return [...new Set(ips)];
}

/**
 * By the instance, its sync group or another instance of the group, which takes the group along; a script may look at
 * anything.
 */
function isTracked(router: Router, device: string): boolean {
  const { instance, document } = router;
  const { syncGroups, vrrpInstances } = document.model;
  const holds = ({ members }: SyncGroup, name: string | undefined): boolean =>
    members.some(({ value }) => value === name);
  const groups = syncGroups.filter((group) => holds(group, instance.name?.value));
  const others = vrrpInstances.filter(
    (one) => one !== instance && groups.some((group) => holds(group, one.name?.value)),
  );
  return (
    others.some((one) => one.interface?.value === device && !one.dontTrackPrimary) ||
    [instance, ...others]
      .flatMap((one) => trackedBy({ ...router, instance: one }))
      .some(({ kind, name }) => kind !== "interface" || name === device) ||
    groups.some(
      ({ track }) => track.scripts.length > 0 || track.interfaces.some(({ name }) => name.value === device),
    )
  );
}
