import { metaOf, wholeAt } from "./lookups.ts";
import { agentWords, cloneOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const noStickiness = pacemakerRule({
  id: "pacemaker/no-stickiness",
  severity: "info",
  summary: "Resources should stay where they run when a node returns",
  daemon: "silent",
  check(model, report, { document }) {
    if (!model.whole || model.nodes.length === 1) return;
    const movable = model.primitives.filter(
      (primitive) => !cloneOf(model, primitive) && agentWords(model, primitive).class?.value !== "stonith",
    );
    const loose = movable.filter((primitive) => !metaOf(model, primitive, "resource-stickiness"));
    if (loose.length < 2 || loose.length < movable.length) return;
    report(
      wholeAt(model, document),
      `no resource-stickiness: ${loose[0]!.id.value} moves, and stops for that, each time a better node comes back`,
    );
  },
});
