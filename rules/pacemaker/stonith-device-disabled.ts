import { effective, fences, switchNames } from "../../parsers/pacemaker/effective.ts";
import { devicesOf } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

export const stonithDeviceDisabled = pacemakerRule({
  id: "pacemaker/stonith-device-disabled",
  severity: "warning",
  summary: "Fence devices should not stand idle because fencing is off",
  daemon: "silent",
  check(model, report, { targets }) {
    const [device] = devicesOf(model);
    if (!device || fences(model.properties, targets.pacemaker) !== false) return;
    const { name, value } = effective(model.properties, ...switchNames(targets.pacemaker))!.pair;
    report(value!.at, `${name.value} ${value!.value}: fence device ${device.id.value} is never used`, {
      related: [{ at: device.id.at, message: "the device" }],
    });
  },
});
