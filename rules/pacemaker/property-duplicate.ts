import type { NvPair, NvSet } from "../../parsers/pacemaker/model.ts";
import { optionOf } from "./options.ts";
import { pacemakerRule } from "./rule.ts";

export const propertyDuplicate = pacemakerRule({
  id: "pacemaker/property-duplicate",
  severity: "error",
  summary: "A cluster property must be set only once",
  daemon: "silent",
  check({ properties }, report) {
    const plain = properties.filter(({ rule, score, idRef }) => !rule && !score && !idRef);
    const seen = new Map<string, { readonly pair: NvPair; readonly set: NvSet }>();
    for (const set of plain)
      for (const pair of set.pairs) {
        const { name, value } = pair;
        if (name.hole || name.value === "") continue;
        const key = optionOf("property", name.value)?.deprecated?.use ?? name.value;
        const first = seen.get(key);
        if (!first) {
          seen.set(key, { pair, set });
          continue;
        }
        const same = first.pair.value?.value === value?.value;
        const which = first.set === set ? "in one set the first one counts" : "only one of them counts";
        report(
          pair.at,
          `${name.value} is set again${same ? "" : `, to ${value?.value ?? "nothing"}`}: ${which}`,
          {
            related: [
              {
                at: first.pair.at,
                message: `${first.pair.name.value} ${first.pair.value?.value ?? ""}`.trim(),
              },
            ],
            ...(same ? { severity: "warning" as const } : {}),
          },
        );
      }
  },
});
