import type { Word } from "../../parsers/core/tree.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const hostClash = modelRule({
  id: "drbd/host-clash",
  severity: "error",
  summary: "A host must have one section in a resource",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report) {
    for (const { name, hosts } of resources) {
      const first = new Map<string, Word>();
      for (const word of hosts.flatMap(({ names }) => names)) {
        const other = first.get(word.value);
        if (word.hole) continue;
        if (!other) first.set(word.value, word);
        else
          report(word.at, `host ${word.value} has two sections in resource ${name.value}`, {
            related: [{ at: other.at, message: "the first one" }],
          });
      }
    }
  },
});
