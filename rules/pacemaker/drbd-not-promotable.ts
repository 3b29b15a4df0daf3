import { drbdsOf } from "./drbd.ts";
import { isPromotable, settled } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const drbdNotPromotable = pacemakerRule({
  id: "pacemaker/drbd-not-promotable",
  severity: "error",
  summary: "A DRBD resource must run in a promotable clone",
  daemon: "silent",
  check(model, report) {
    for (const { primitive, clone } of drbdsOf(model)) {
      const id = primitive.id.value;
      if (!clone && model.whole)
        report(
          primitive.id.at,
          `${id} of ocf:linbit:drbd is in no promotable clone: the agent refuses to start`,
        );
      else if (clone && !isPromotable(clone) && settled(clone))
        report(
          clone.id.at,
          `${clone.id.value} is not promotable: no node becomes primary for ${id}, and the agent refuses to start`,
          {
            related: [{ at: primitive.id.at, message: "a resource of ocf:linbit:drbd" }],
          },
        );
    }
  },
});
