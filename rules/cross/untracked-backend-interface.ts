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

/** By the instance or its sync group; a script may look at anything. */
function isTracked(router: Router, device: string): boolean {
  const { instance, document } = router;
  const groups = document.model.syncGroups.filter(({ members }) =>
    members.some(({ value }) => value === instance.name?.value),
  );
  return (
    trackedBy(router).some(({ kind, name }) => kind !== "interface" || name === device) ||
    groups.some(
      ({ track }) => track.scripts.length > 0 || track.interfaces.some(({ name }) => name.value === device),
    )
  );
}
