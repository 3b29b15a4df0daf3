import type { Pacemaker, ResourceRef } from "../../parsers/pacemaker/model.ts";
import { isPromotable, settled } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const colocationSingle = pacemakerRule({
  id: "pacemaker/colocation-single",
  severity: "error",
  summary: "A colocation must name at least two resources, and the roles only of those that can be promoted",
  daemon: "silent",
  check(model, report) {
    for (const { id, resource, with: other, sets } of model.colocations) {
      const references = [resource, other, ...sets.flatMap(({ resources }) => resources)].filter(
        (ref) => ref !== undefined,
      );
      const alone = references[0];
      if (references.length === 1 && alone && !alone.resource.hole && !sets.some(({ idRef }) => idRef))
        report(
          alone.resource.at,
          `colocation ${id.value} names ${alone.resource.value} alone: it places nothing`,
        );
      for (const reference of references) {
        const what = unpromotable(model, reference);
        if (!what || !reference.role) continue;
        const name = reference.resource.value;
        const role = reference.role.value;
        if (what === "clone")
          report(
            reference.role.at,
            `${name} is no promotable clone: Pacemaker takes the colocation as if it asked for no role ${role}`,
            {
              severity: "warning",
            },
          );
        else
          report(
            reference.role.at,
            `${name} is a ${what} and has no role ${role}: Pacemaker ignores the colocation`,
          );
      }
    }
  },
});

/** What the resource is instead of a promotable clone; nothing where it may be one. */
function unpromotable(
  model: Pacemaker,
  { resource, role }: ResourceRef,
): "primitive" | "group" | "clone" | undefined {
  if (!/^(master|promoted|slave|unpromoted)$/i.test(role?.value ?? "")) return undefined;
  const named = ({ id }: { readonly id: { readonly value: string } }): boolean => id.value === resource.value;
  const isInside = model.clones.some(({ child }) => child.value === resource.value);
  if (model.primitives.some(named))
    return isInside || inGroup(model, resource.value) ? undefined : "primitive";
  if (model.groups.some(named)) return isInside ? undefined : "group";
  const clone = model.clones.find(named);
  return clone && settled(clone) && !isPromotable(clone) ? "clone" : undefined;
}

const inGroup = ({ groups }: Pacemaker, name: string): boolean =>
  groups.some(({ members }) => members.some(({ value }) => value === name));
