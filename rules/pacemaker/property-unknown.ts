import { once } from "../../parsers/core/remembered.ts";
import { compareVersions } from "../../parsers/core/schema.ts";
import type { NvSet } from "../../parsers/pacemaker/model.ts";
import { nearest } from "../schema/suggest.ts";
import { unknownName } from "./names.ts";
import { optionOf, optionsOf } from "./options.ts";
import { pacemakerRule } from "./rule.ts";

export const propertyUnknown = pacemakerRule({
  id: "pacemaker/property-unknown",
  severity: "error",
  summary: "A cluster property must be one that Pacemaker knows",
  daemon: "silent",
  crm: "warns",
  check({ properties }, report, { targets }) {
    for (const set of properties)
      for (const { name } of set.pairs) {
        const def = optionOf("property", name.value);
        const version = targets.pacemaker;
        if (def?.since && version && compareVersions(version, def.since) < 0)
          report(name.at, `${name.value} came with Pacemaker ${def.since}: nothing reads it in ${version}`);
        if (name.hole || def) continue;
        const guess = nearest(name.value, current());
        if (!guess && isStore(set)) continue;
        unknownName(report, name, "cluster property", guess);
      }
  },
});

const current = once(() =>
  Object.entries(optionsOf("property")).flatMap(([name, { removed }]) => (removed ? [] : [name])),
);

/** Agents keep values of their own in sets of their own (SAPHanaSR, redis_replication). */
const isStore = ({ id, pairs }: NvSet): boolean =>
  id !== undefined &&
  id.value !== "cib-bootstrap-options" &&
  !pairs.some(({ name }) => optionOf("property", name.value));
