import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { has, headOf, isComplete, titleOf } from "./servers.ts";
import { endpointsOf, servedBy } from "./services.ts";

export const missingPort = modelRule({
  id: "lvs/missing-port",
  severity: "error",
  summary: "A virtual_server of every port must be persistent",
  daemon: "rejects",
  format: keepalived,
  check(model, report, { document }) {
    if (!document.whole) return;
    for (const served of servedBy(model)) {
      const { service } = served;
      if (!isComplete(service) || membersOf(service).taken.length === 0) continue;
      if (has(service, "persistence_timeout", "persistence_granularity")) continue;
      const open = endpointsOf(served).find(({ port }) => port === 0);
      if (open)
        report(
          headOf(open),
          `${titleOf(open)} has no port: keepalived makes the service persistent for 360 s`,
        );
    }
  },
});
