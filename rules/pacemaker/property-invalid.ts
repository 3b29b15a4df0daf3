import { effective } from "../../parsers/pacemaker/effective.ts";
import { optionOf, valueFault } from "./options.ts";
import { pacemakerRule } from "./rule.ts";

export const propertyInvalid = pacemakerRule({
  id: "pacemaker/property-invalid",
  severity: "error",
  summary: "A cluster property must have a value of its type",
  daemon: "rejects",
  crm: "warns",
  check({ properties }, report, { targets }) {
    for (const { pairs, rule } of properties)
      for (const pair of pairs) {
        const { name, value } = pair;
        const def = optionOf("property", name.value);
        const fault = def && !def.removed && value && valueFault(def, value, targets.pacemaker);
        if (!fault) continue;
        const counts = !rule && effective(properties, name.value)?.pair === pair;
        const instead = def.default === undefined ? "" : `, so the default ${def.default} is used`;
        report(
          value.at,
          `${name.value} ${value.value || '""'} ${fault.why}${fault.daemon === "rejects" ? instead : ""}`,
          {
            daemon: counts ? fault.daemon : "silent",
            ...(fault.mild ? { severity: "warning" as const } : {}),
          },
        );
      }
  },
});
