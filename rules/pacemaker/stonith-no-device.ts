import { effective, fences, switched, switchNames } from "../../parsers/pacemaker/effective.ts";
import { devicesOf, unknownClass, wholeAt } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

export const stonithNoDevice = pacemakerRule({
  id: "pacemaker/stonith-no-device",
  severity: "error",
  summary: "A cluster that fences must have a fence device",
  daemon: "rejects",
  crm: "warns",
  check(model, report, { document, targets }) {
    const { properties } = model;
    if (!model.whole || fences(properties, targets.pacemaker) !== true || unknownClass(model)) return;
    if (devicesOf(model).length > 0 || switched(properties, false, "have-watchdog") !== false) return;
    const set = effective(properties, ...switchNames(targets.pacemaker))?.pair.value;
    report(
      set?.at ?? wholeAt(model, document),
      set
        ? "fencing is on and there is no fence device: the cluster starts no resource"
        : "fencing is on unless stonith-enabled says otherwise, and there is no fence device: the cluster starts no resource",
    );
  },
});
