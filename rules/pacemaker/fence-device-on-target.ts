import type { Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { devicesOf, members, nodesOpen } from "./lookups.ts";
import { valueOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const fenceDeviceOnTarget = pacemakerRule({
  id: "pacemaker/fence-device-on-target",
  severity: "error",
  summary: "Some node besides its target must be allowed to use a fence device",
  daemon: "silent",
  check(model, report) {
    if (nodesOpen(model)) return;
    for (const device of devicesOf(model)) {
      const list = valueOf(model, device, "pcmk_host_list");
      const target = list && members(model).find(({ name }) => isSame(name.value, list.value))?.name.value;
      if (!target) continue;
      const bans = bansOf(model, device);
      const others = members(model).filter(({ name }) => !isSame(name.value, target));
      const [first] = others.flatMap(({ name }) => bans.get(name.value.toLowerCase()) ?? []);
      if (!first || !others.every(({ name }) => bans.has(name.value.toLowerCase()))) continue;
      report(
        first.at,
        `no node but ${target} may use ${device.id.value}, which is there to fence ${target}: nobody fences it when it hangs`,
        { related: [{ at: list.at, message: "the node that it fences" }] },
      );
    }
  },
});

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The nodes, in lower case, where the device must never be, each with the word that says so. */
function bansOf({ locations }: Pacemaker, device: Primitive) {
  const bans = locations.flatMap(({ resource, node, score }) =>
    resource?.resource.value === device.id.value && node && score?.value === -1_000_000 ? [node] : [],
  );
  return new Map(bans.map((node) => [node.value.toLowerCase(), node]));
}
