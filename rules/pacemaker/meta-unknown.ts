import type { NvSet } from "../../parsers/pacemaker/model.ts";
import { nearest } from "../schema/suggest.ts";
import { unknownName } from "./names.ts";
import { optionOf, optionsOf, type Place } from "./options.ts";
import { pacemakerRule } from "./rule.ts";

export const metaUnknown = pacemakerRule({
  id: "pacemaker/meta-unknown",
  severity: "error",
  summary: "A meta attribute must be one that Pacemaker knows",
  daemon: "silent",
  crm: "warns",
  check(model, report) {
    const { primitives, templates, groups, clones, bundles, rscDefaults, opDefaults } = model;
    const judge = (sets: readonly NvSet[], place: Place, what: string): void => {
      for (const { name } of sets.flatMap(({ pairs }) => pairs)) {
        if (name.hole || name.value === "" || optionOf(place, name.value)) continue;
        unknownName(report, name, what, nearest(name.value, current(place)));
      }
    };
    // A clone's attributes may stand at what it clones: Pacemaker reads them there too.
    for (const { meta } of [...primitives, ...templates, ...groups, ...clones, ...bundles])
      judge(meta, "clone-meta", "meta attribute");
    judge(rscDefaults, "clone-meta", "meta attribute");
    judge(opDefaults, "op", "option of operations");
  },
});

const current = (place: Place): string[] =>
  Object.entries(optionsOf(place)).flatMap(([name, { removed }]) => (removed ? [] : [name]));
