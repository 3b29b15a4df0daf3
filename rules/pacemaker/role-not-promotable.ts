import type { Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { around, metaOf } from "./lookups.ts";
import { isPromotable, settled } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const roleNotPromotable = pacemakerRule({
  id: "pacemaker/role-not-promotable",
  severity: "error",
  summary: "Only a promotable clone can be promoted",
  daemon: "rejects",
  crm: "warns",
  check(model, report) {
    for (const primitive of model.primitives) {
      const value = metaOf(model, primitive, "target-role")?.value;
      if (!value || !/^(master|promoted|slave|unpromoted)$/i.test(value.value)) continue;
      if (promotableAround(model, primitive) !== false) continue;
      report(
        value.at,
        `target-role ${value.value} of ${primitive.id.value}, which is no promotable clone: Pacemaker ignores it`,
      );
    }
  },
});

/** Whether it runs in a promotable clone; undefined where that is not known. */
function promotableAround(model: Pacemaker, primitive: Primitive): boolean | undefined {
  const outer = around(model, primitive);
  if (![primitive, ...outer].every(settled) || primitive.template) return undefined;
  if (outer.some(({ kind }) => kind === "bundle")) return undefined;
  return outer.some((one) => one.kind === "clone" && isPromotable(one));
}
