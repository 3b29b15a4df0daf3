import { effective, fences } from "../../parsers/pacemaker/effective.ts";
import { devicesOf, members, unknownClass } from "./lookups.ts";
import { paramSets } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

const delays = ["pcmk_delay_max", "pcmk_delay_base", "delay"];

export const fenceDelay = pacemakerRule({
  id: "pacemaker/fence-delay",
  severity: "warning",
  summary: "Two nodes should not fence each other at the same moment",
  daemon: "silent",
  check(model, report, { targets }) {
    const devices = devicesOf(model);
    const [first] = devices;
    if (
      !first ||
      members(model).length !== 2 ||
      fences(model.properties, targets.pacemaker) !== true ||
      unknownClass(model)
    )
      return;
    if (effective(model.properties, "priority-fencing-delay")) return;
    const delayed = devices.some((device) => {
      const sets = paramSets(model, device);
      return (
        !sets || sets.some(({ pairs }) => pairs.some(({ name }) => name.hole || delays.includes(name.value)))
      );
    });
    if (!delayed)
      report(
        first.id.at,
        "two nodes and no delay of fencing: when they lose sight of each other, each can shoot the other",
      );
  },
});
