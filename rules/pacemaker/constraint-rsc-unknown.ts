import { nearest } from "../schema/suggest.ts";
import { referencesOf, resourcesOf } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

export const constraintRscUnknown = pacemakerRule({
  id: "pacemaker/constraint-rsc-unknown",
  severity: "error",
  summary: "A constraint must name resources that there are",
  byAbsence: true,
  daemon: "rejects",
  check(model, report) {
    if (!model.whole) return;
    const all = [...resourcesOf(model), ...model.templates, ...model.tags];
    if (all.some(({ id }) => id.hole)) return;
    const names = new Set(all.map(({ id }) => id.value));
    const checked = model.syntax === "crm" || (model.validateWith && model.validateWith.value !== "none");
    for (const { resource } of referencesOf(model)) {
      if (resource.hole || names.has(resource.value)) continue;
      const guess = nearest(resource.value, names);
      const hint = guess ? `, did you mean ${guess}?` : "";
      report(resource.at, `no resource is named ${resource.value}${hint}`, {
        ...(guess
          ? {
              fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: resource.at, text: guess }] },
            }
          : {}),
        ...(checked ? {} : { daemon: "warns" as const }),
      });
    }
  },
});
