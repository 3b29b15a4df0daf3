import { scoreOf } from "../../parsers/pacemaker/values.ts";
import { metaOf, pairsOf } from "./lookups.ts";
import { settled } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const migrationNoExpiry = pacemakerRule({
  id: "pacemaker/migration-no-expiry",
  severity: "info",
  summary: "Failures that move a resource away should expire",
  daemon: "silent",
  check(model, report) {
    const told = new Set<unknown>();
    for (const resource of model.primitives) {
      const threshold = metaOf(model, resource, "migration-threshold");
      const value = threshold?.value && scoreOf(threshold.value.value);
      if (!threshold?.value || !value || value < 0 || value >= 1_000_000 || told.has(threshold)) continue;
      if (!settled(resource) || metaOf(model, resource, "failure-timeout")) continue;
      told.add(threshold);
      const whole = pairsOf(model.rscDefaults).includes(threshold);
      report(
        threshold.value.at,
        `migration-threshold ${threshold.value.value} without failure-timeout: ${whole ? "a resource" : resource.id.value} never returns to a node where it failed so often`,
      );
    }
  },
});
