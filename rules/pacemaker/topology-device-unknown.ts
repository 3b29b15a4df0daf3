import { devicesOf, isReplica, nodeNames, nodesOpen, unknownClass } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

export const topologyDeviceUnknown = pacemakerRule({
  id: "pacemaker/topology-device-unknown",
  severity: "error",
  summary: "A fencing level must name devices and a node that there are",
  byAbsence: true,
  daemon: "silent",
  check(model, report) {
    const devices = new Set(devicesOf(model).map(({ id }) => id.value));
    const open = unknownClass(model) || (model.syntax === "crm" && devices.size === 0);
    const nodes = nodeNames(model);
    for (const { devices: named, target } of model.fencingLevels) {
      for (const { value, at, hole } of named)
        if (!hole && !open && !devices.has(value))
          report(
            at,
            /\w/.test(value)
              ? `no fence device is named ${value}: this level of fencing always fails`
              : `${value} is no name of a fence device: this level of fencing always fails`,
          );
      if (!target || target.hole || nodesOpen(model) || isReplica(model, target.value)) continue;
      if (!nodes.has(target.value.toLowerCase()))
        report(target.at, `no node is named ${target.value}: this level of fencing serves none`);
    }
  },
});
