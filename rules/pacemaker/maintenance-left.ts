import type { NvPair } from "../../parsers/pacemaker/model.ts";
import { booleanOf } from "../../parsers/pacemaker/values.ts";
import { pairsOf, resourcesOf } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

export const maintenanceLeft = pacemakerRule({
  id: "pacemaker/maintenance-left",
  severity: "warning",
  summary: "What was stopped or set aside for maintenance should not be forgotten",
  daemon: "silent",
  check(model, report) {
    const tell = (pairs: readonly NvPair[], names: readonly string[], off: boolean, result: string): void => {
      for (const { name, value } of pairs)
        if (value && !value.hole && names.includes(name.value) && booleanOf(value.value) === off)
          report(value.at, `${name.value} ${value.value}: ${result}`);
    };
    const properties = pairsOf(model.properties.filter(({ rule }) => !rule));
    tell(properties, ["maintenance-mode"], true, "the cluster watches and moves nothing");
    tell(properties, ["stop-all-resources"], true, "the cluster runs nothing");
    for (const { name, attributes } of model.nodes)
      tell(pairsOf(attributes), ["standby", "maintenance"], true, `nothing is started on ${name.value}`);
    for (const { id, meta } of [...resourcesOf(model), { id: undefined, meta: model.rscDefaults }]) {
      const pairs = pairsOf(meta.filter(({ rule }) => !rule));
      const who = id ? id.value : "every resource";
      tell(pairs, ["is-managed"], false, `the cluster neither starts nor moves ${who}`);
      tell(pairs, ["maintenance"], true, `the cluster neither starts, moves nor watches ${who}`);
      for (const { name, value } of pairs)
        if (name.value === "target-role" && value?.value.toLowerCase() === "stopped")
          report(value.at, `target-role ${value.value}: the cluster does not start ${who}`);
    }
  },
});
