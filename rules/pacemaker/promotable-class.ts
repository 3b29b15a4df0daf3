import { agentWords, cloneOf, isPromotable } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const promotableClass = pacemakerRule({
  id: "pacemaker/promotable-class",
  severity: "error",
  summary: "Only an OCF agent can be promoted",
  daemon: "rejects",
  crm: "warns",
  check(model, report) {
    for (const primitive of model.primitives) {
      const kind = agentWords(model, primitive).class;
      if (!kind || kind.hole || !["systemd", "lsb", "service", "upstart"].includes(kind.value)) continue;
      const clone = cloneOf(model, primitive);
      if (clone && isPromotable(clone))
        report(
          kind.at,
          `${kind.value} resource ${primitive.id.value} cannot be promoted: ${clone.id.value} is ignored`,
          {
            related: [{ at: clone.id.at, message: "the promotable clone" }],
          },
        );
    }
  },
});
