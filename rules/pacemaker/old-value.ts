import { compareVersions, verdictIn } from "../../parsers/core/schema.ts";
import type { NvPair } from "../../parsers/pacemaker/model.ts";
import { pairsOf, resourcesOf } from "./lookups.ts";
import { ageOf, optionOf, type Place } from "./options.ts";
import { pacemakerRule } from "./rule.ts";

export const oldValue = pacemakerRule({
  id: "pacemaker/old-value",
  severity: "info",
  summary: "An option should have its value by its present name",
  daemon: "warns",
  check(model, report, { targets }) {
    const version = targets.pacemaker ?? "2.0.0";
    const judge = (pairs: readonly NvPair[], place: Place): void => {
      for (const { name, value } of pairs) {
        const def = value && !value.hole ? optionOf(place, name.value) : undefined;
        const age = def && ageOf(def, value!.value);
        const { use, since } = age?.deprecated ?? {};
        if (!age || !use || (since && compareVersions(version, since) < 0)) continue;
        const when = age.removed ? `goes with Pacemaker ${age.removed}` : `is old since Pacemaker ${since}`;
        report(value!.at, `${name.value} ${value!.value} ${when}: it is ${use} now`, {
          daemon: verdictIn(age.verdicts?.["deprecated-keyword"] ?? "silent", targets.pacemaker),
          ...(age.removed ? { severity: "warning" as const } : {}),
          fix: { title: `replace with ${use}`, safe: true, edits: [{ at: value!.at, text: use }] },
        });
      }
    };
    judge(pairsOf(model.properties), "property");
    for (const { meta } of resourcesOf(model)) judge(pairsOf(meta), "clone-meta");
    judge(pairsOf(model.rscDefaults), "clone-meta");
  },
});
