import { interfaces } from "../../parsers/interfaces/index.ts";
import { deviceOf, type Interfaces } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

export const aliasParent = modelRule<Interfaces>({
  id: "interfaces/alias-parent",
  severity: "warning",
  summary: "The interface of an alias should have a stanza too",
  daemon: "silent",
  format: interfaces,
  check({ stanzas, mappings }, report, { document }) {
    if (!document.root || !document.whole || mappings.length > 0) return;
    const names = new Set(stanzas.map(({ name }) => name.value));
    for (const { name } of stanzas) {
      const device = deviceOf(name.value);
      if (name.hole || device === name.value || device === "lo" || names.has(device)) continue;
      report(name.at, `${name.value} is an alias of ${device}, which no stanza brings up`);
    }
  },
});
