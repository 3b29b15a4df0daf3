import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { has } from "./servers.ts";
import { servedBy } from "./services.ts";
import { totalWeightOf } from "./weights.ts";

export const wideHysteresis = modelRule({
  id: "lvs/wide-hysteresis",
  severity: "error",
  summary: "The hysteresis must be smaller than the quorum",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const { service } of servedBy(model)) {
      const { hysteresis, quorum } = service;
      const total = totalWeightOf(service);
      if (!hysteresis || !total || (!quorum && has(service, "quorum"))) continue;
      const kept = Math.min(quorum?.value ?? 1, total);
      if (hysteresis.value < kept) continue;
      report(
        hysteresis.word.at,
        `hysteresis ${hysteresis.value} is not smaller than the quorum ${kept}: keepalived takes ${kept - 1}`,
        quorum ? { related: [{ at: quorum.word.at, message: "the quorum" }] } : {},
      );
    }
  },
});
