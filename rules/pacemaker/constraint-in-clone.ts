import type { Bundle, Clone, Pacemaker } from "../../parsers/pacemaker/model.ts";
import { referencesOf } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

export const constraintInClone = pacemakerRule({
  id: "pacemaker/constraint-in-clone",
  severity: "warning",
  summary: "A constraint should name a clone or bundle, not what stands inside it",
  daemon: "warns",
  check(model, report) {
    const containers = containersOf(model);
    for (const { resource } of referencesOf(model)) {
      const container = resource.hole ? undefined : containers.get(resource.value);
      if (!container || container.id.hole) continue;
      const { id, kind } = container;
      report(
        resource.at,
        `${resource.value} stands inside ${kind} ${id.value}: Pacemaker ignores the constraint, at least until ${resource.value} has run`,
        {
          related: [{ at: id.at, message: `the ${kind}` }],
          fix: {
            title: `replace with ${id.value}`,
            safe: false,
            edits: [{ at: resource.at, text: id.value }],
          },
        },
      );
    }
  },
});

/** The clone or bundle of each resource that stands in one, also in a group in it. */
function containersOf({ clones, bundles, groups }: Pacemaker): ReadonlyMap<string, Clone | Bundle> {
  const inside = (name: string): readonly string[] => [
    name,
    ...groups
      .filter(({ id }) => id.value === name)
      .flatMap(({ members }) => members.map(({ value }) => value)),
  ];
  return new Map(
    [...clones, ...bundles].flatMap((one) =>
      one.child && !one.child.hole ? inside(one.child.value).map((name) => [name, one] as const) : [],
    ),
  );
}
