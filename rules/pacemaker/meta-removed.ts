import { compareVersions, type Version, verdictIn } from "../../parsers/core/schema.ts";
import type { NvPair, Pacemaker } from "../../parsers/pacemaker/model.ts";
import { pairsOf, resourcesOf } from "./lookups.ts";
import { optionOf } from "./options.ts";
import { refused } from "./property-removed.ts";
import { pacemakerRule } from "./rule.ts";

/** As with properties, Pacemaker 2 moves the names of Pacemaker 1 on where the schema still takes them; from 3.0 on it does not look. */
export const metaRemoved = pacemakerRule({
  id: "pacemaker/meta-removed",
  severity: "error",
  summary: "A meta attribute must not be one that Pacemaker has given up",
  daemon: "silent",
  check(model, report, { targets }) {
    for (const { name } of metaPairs(model)) {
      const def = optionOf("clone-meta", name.value);
      if (!def?.removed || !def.deprecated) continue;
      const gone = compareVersions(targets.pacemaker ?? "2.0.0", def.removed) >= 0;
      if (!gone && !isCurrent(def.removed)) continue;
      const { use, note } = def.deprecated;
      const ignored = gone && use !== undefined && refused(model, def.removed);
      report(
        name.at,
        `${name.value} ${gone ? "was removed" : "goes"} in Pacemaker ${def.removed}: ${use ? `it is ${use} now` : note}`,
        {
          daemon: gone
            ? "silent"
            : verdictIn(def.verdicts?.["deprecated-keyword"] ?? "silent", targets.pacemaker),
          ...(ignored ? {} : { severity: "warning" as const }),
          ...(use
            ? { fix: { title: `rename to ${use}`, safe: true, edits: [{ at: name.at, text: use }] } }
            : {}),
        },
      );
    }
  },
});

/** What goes with a release that is still to come for many is worth a word; the names of Pacemaker 1 are at home in it. */
const isCurrent = (removed: Version): boolean => compareVersions(removed, "2.0.0") > 0;

const metaPairs = (model: Pacemaker): readonly NvPair[] =>
  [...resourcesOf(model), ...model.templates, { meta: model.rscDefaults }].flatMap(({ meta }) =>
    pairsOf(meta),
  );
