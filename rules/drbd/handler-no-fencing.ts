import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { dualPrimary, fencingOf, handlerOf, settled } from "./levels.ts";

export const handlerNoFencing = modelRule({
  id: "drbd/handler-no-fencing",
  severity: "warning",
  summary: "A fence-peer handler needs a fencing policy",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of resources) {
      const handler = handlerOf(resource, "fence-peer");
      const fencing = fencingOf(resource);
      if (!handler || !settled(resource, document) || dualPrimary(resource)) continue;
      if (fencing && fencing.value !== "dont-care") continue;
      const why = fencing ? "fencing is dont-care" : "fencing is not set";
      report(handler.statement.keyword.at, `the fence-peer handler is never called: ${why}`, {
        related: fencing ? [{ at: fencing.word.at, message: "the fencing policy" }] : [],
      });
    }
  },
});
