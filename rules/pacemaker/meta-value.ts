import type { NvSet } from "../../parsers/pacemaker/model.ts";
import { resourcesOf } from "./lookups.ts";
import { optionOf, type Place, valueFault } from "./options.ts";
import { pacemakerRule } from "./rule.ts";

export const metaValue = pacemakerRule({
  id: "pacemaker/meta-value",
  severity: "error",
  summary: "A meta attribute must have a value of its type",
  daemon: "silent",
  crm: "warns",
  check(model, report, { targets }) {
    const judge = (sets: readonly NvSet[], place: Place, resource: boolean): void => {
      for (const { name, value } of sets.flatMap(({ pairs }) => pairs)) {
        const def = optionOf(place, name.value);
        const fault = def && !def.removed && value && valueFault(def, value, targets.pacemaker);
        if (!fault) continue;
        const sure = resource && sets.every(({ rule }) => !rule) && counts(sets, name.value);
        report(value.at, `${name.value} ${value.value || '""'} ${fault.why}`, {
          daemon: sure ? fault.daemon : "silent",
          ...(fault.mild ? { severity: "warning" as const } : {}),
        });
      }
    };
    for (const { meta } of resourcesOf(model)) judge(meta, "clone-meta", true);
    judge(model.rscDefaults, "clone-meta", false);
    judge(model.opDefaults, "op", false);
  },
});

/** Only one pair of the name: it is the one that counts. */
const counts = (sets: readonly NvSet[], name: string): boolean =>
  sets.flatMap(({ pairs }) => pairs).filter((pair) => pair.name.value === name).length === 1;
