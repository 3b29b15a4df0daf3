import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { has, isComplete } from "./servers.ts";

export const impliedPersistence = modelRule({
  id: "lvs/implied-persistence",
  severity: "warning",
  summary: "persistence_granularity should go with a persistence_timeout",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report, { document }) {
    if (!document.whole) return;
    for (const service of virtualServers) {
      const { persistenceGranularity } = service;
      if (!persistenceGranularity || !isComplete(service) || has(service, "persistence_timeout")) continue;
      report(
        persistenceGranularity.statement.at,
        "persistence_granularity without persistence_timeout makes the service persistent for 360 s",
      );
    }
  },
});
