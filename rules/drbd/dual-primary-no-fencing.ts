import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { dualPrimary, fencingOf, handlerOf, settled } from "./levels.ts";

export const dualPrimaryNoFencing = modelRule({
  id: "drbd/dual-primary-no-fencing",
  severity: "error",
  summary: "Two primaries need fencing: resource-and-stonith with a fence-peer handler",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of resources) {
      const dual = dualPrimary(resource);
      if (!dual || !settled(resource, document)) continue;
      const fencing = fencingOf(resource);
      const handler = handlerOf(resource, "fence-peer");
      if (fencing?.value === "resource-and-stonith" && handler) continue;
      const lack =
        fencing?.value !== "resource-and-stonith"
          ? fencing
            ? `fencing ${fencing.value}`
            : "no fencing"
          : "no fence-peer handler";
      report(
        dual.word.at,
        `two primaries with ${lack}: when the link breaks, both go on writing and the data splits`,
        {
          related: fencing ? [{ at: fencing.word.at, message: "the fencing policy" }] : [],
        },
      );
    }
  },
});
