import { drbd } from "../../parsers/drbd/index.ts";
import type { Drbd, Resource } from "../../parsers/drbd/model.ts";
import type { Option } from "../../parsers/drbd/options.ts";
import { modelRule } from "../rule.ts";
import { ambiguities } from "./inheritance.ts";
import { isDrbd8, isForDrbd9 } from "./levels.ts";

export const ambiguousOption = modelRule<Drbd>({
  id: "drbd/ambiguous-option",
  severity: "error",
  summary: "An option must not have two values that count alike",
  daemon: "stops",
  format: drbd,
  check({ resources }, report, { targets }) {
    const told = new Set<Option["word"]>();
    for (const resource of resources) {
      if (
        resource.shown ||
        isDrbd8(targets) ||
        !(targets.drbd || isForDrbd9(resource)) ||
        hasHostDisk(resource)
      )
        continue;
      for (const pair of ambiguities(resource)) {
        const [other, here] = pair.toSorted((a, b) => rank(a, resource) - rank(b, resource)) as [
          Option,
          Option,
        ];
        if (told.has(here.word)) continue;
        told.add(here.word);
        report(
          here.word.at,
          `${here.name} ${here.value} here and ${other.value} elsewhere count alike: drbdadm ends and brings no resource up`,
          { related: [{ at: other.word.at, message: `${other.name} ${other.value}` }] },
        );
      }
    }
  },
});

/** The options of `on HOST { disk { } }` are of a volume that no word makes. */
const hasHostDisk = ({ hosts }: Resource): boolean =>
  hosts.some(({ statement }) =>
    statement.block?.statements.some(
      ({ keyword, args, block }) => keyword.value === "disk" && block && args.length === 0,
    ),
  );

/** What is told of is what stands last, and inside of the resource. */
function rank({ statement }: Option, { statement: resource }: Resource): number {
  const { source, start } = statement.at;
  const inside = source === resource.at.source && start >= resource.at.start && start < resource.at.end;
  return inside ? start + 1 : 0;
}
