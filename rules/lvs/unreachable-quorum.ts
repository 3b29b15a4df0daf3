import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { titleOf } from "./servers.ts";
import { servedBy } from "./services.ts";
import { totalWeightOf } from "./weights.ts";

export const unreachableQuorum = modelRule({
  id: "lvs/unreachable-quorum",
  severity: "error",
  summary: "The weights of the real servers must reach the quorum",
  daemon: "warns",
  format: keepalived,
  check(model, report) {
    for (const { service } of servedBy(model)) {
      const { quorum } = service;
      const total = totalWeightOf(service);
      if (!quorum || !total || quorum.value <= total) continue;
      report(
        quorum.word.at,
        `quorum ${quorum.value} is more than the ${total} that the weights of ${titleOf(service)} add up to: keepalived takes ${total}`,
      );
    }
  },
});
