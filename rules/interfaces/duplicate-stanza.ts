import { interfaces } from "../../parsers/interfaces/index.ts";
import type { Interfaces, Stanza } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

export const duplicateStanza = modelRule<Interfaces>({
  id: "interfaces/duplicate-stanza",
  severity: "warning",
  summary: "Two stanzas of one interface and family that are not both static do the same work twice",
  daemon: "silent",
  format: interfaces,
  check({ stanzas }, report) {
    const first = new Map<string, Stanza>();
    for (const stanza of stanzas) {
      const { name, family, method } = stanza;
      if (!family || !method || name.hole || method === "manual") continue;
      const key = `${name.value} ${family}`;
      const earlier = first.get(key);
      if (!earlier) first.set(key, stanza);
      else if (method !== "static" && earlier.method !== "static")
        report(name.at, `${name.value} has an ${family} ${earlier.method} stanza already: ifup runs both`, {
          related: [{ at: earlier.name.at, message: "the first one" }],
        });
    }
  },
});
