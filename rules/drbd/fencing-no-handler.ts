import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { dualPrimary, fencingOf, handlerOf, settled } from "./levels.ts";

export const fencingNoHandler = modelRule({
  id: "drbd/fencing-no-handler",
  severity: "error",
  summary: "A fencing policy needs a fence-peer handler",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of resources) {
      const fencing = fencingOf(resource);
      if (!fencing || fencing.value === "dont-care" || !settled(resource, document)) continue;
      if (handlerOf(resource, "fence-peer") || dualPrimary(resource)) continue;
      report(
        fencing.word.at,
        `fencing ${fencing.value} without a fence-peer handler: there is nothing that could fence`,
      );
    }
  },
});
