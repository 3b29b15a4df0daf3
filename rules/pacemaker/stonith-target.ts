import { span } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { devicesOf, isReplica, nodeNames, nodesOpen } from "./lookups.ts";
import { valueOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const stonithTarget = pacemakerRule({
  id: "pacemaker/stonith-target",
  severity: "error",
  summary: "A fence device must name nodes that there are",
  daemon: "silent",
  check(model, report) {
    if (nodesOpen(model)) return;
    const nodes = nodeNames(model);
    const known = (name: string): boolean => nodes.has(name.toLowerCase()) || isReplica(model, name);
    for (const device of devicesOf(model)) {
      const named = ["pcmk_host_list", "pcmk_host_map"].flatMap((name) => {
        const value = valueOf(model, device, name);
        return value ? partsOf(value).map((part) => ({ ...part, name })) : [];
      });
      const useful = named.some(({ value }) => known(value));
      const told = new Set<string>();
      for (const { name, value, at } of named) {
        if (known(value) || told.has(value)) continue;
        told.add(value);
        report(
          at,
          `${name} of ${device.id.value} names ${value}, and no node has that name`,
          useful ? { severity: "warning" } : {},
        );
      }
    }
  },
});

/** The host names of `a b,c` and of `a:1;b:2,3`, each where it stands. */
function partsOf({ value, at }: Word): { value: string; at: Word["at"] }[] {
  if (at.end - at.start !== value.length) return [];
  return [...value.matchAll(/(?:^|[\s,;]+)([^\s,;:]+)(?::[^;\s]*)?/g)].map((match) => {
    const start = at.start + match.index + match[0].indexOf(match[1]!);
    return { value: match[1]!, at: span(at.source, start, start + match[1]!.length) };
  });
}
