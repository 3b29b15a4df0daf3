import type { Word } from "../../parsers/core/tree.ts";
import type { Pacemaker } from "../../parsers/pacemaker/model.ts";
import { isPromotable, settled } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const orderWithoutAction = pacemakerRule({
  id: "pacemaker/order-without-action",
  severity: "error",
  summary: "An order that begins with promote must say what the other resource does then",
  daemon: "silent",
  check(model, report) {
    for (const { first, then } of model.orders) {
      const action = first?.action;
      if (!first || !then || then.action || !action || !/^(promote|demote)$/i.test(action.value)) continue;
      const follows = action.value.toLowerCase() === "promote" ? "start" : "stop";
      if (!cannotBePromoted(model, then.resource)) continue;
      report(
        then.resource.at,
        `${then.resource.value} waits for nothing: without an action it is to ${action.value} too, which it cannot, and Pacemaker drops the order`,
        model.syntax === "crm"
          ? {
              fix: {
                title: `write ${then.resource.value}:${follows}`,
                safe: false,
                edits: [{ at: then.resource.at.with({ start: then.resource.at.end }), text: `:${follows}` }],
              },
            }
          : {},
      );
    }
  },
});

/** A resource of the file that is no promotable clone and stands in none. */
function cannotBePromoted(model: Pacemaker, { value, hole }: Word): boolean {
  if (hole || model.clones.some(({ child }) => child.value === value)) return false;
  const named = ({ id }: { readonly id: Word }): boolean => id.value === value;
  const clone = model.clones.find(named);
  if (clone) return settled(clone) && !isPromotable(clone);
  return model.groups.some(named) || model.primitives.some(named);
}
