import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { headOf, isComplete, titleOf, weightOf } from "./servers.ts";
import { servedBy } from "./services.ts";

export const zeroWeight = modelRule({
  id: "lvs/zero-weight",
  severity: "error",
  summary: "A virtual_server needs a real_server with a weight above 0",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const { service } of servedBy(model)) {
      const { taken } = membersOf(service);
      if (
        !isComplete(service) ||
        taken.length === 0 ||
        !taken.every((server) => weightOf(service, server) === 0)
      )
        continue;
      report(
        headOf(service),
        `every real_server of ${titleOf(service)} has weight 0: no connection is accepted`,
        {
          related: taken.flatMap(({ weight }) =>
            weight ? [{ at: weight.word.at, message: "takes no connections" }] : [],
          ),
        },
      );
    }
  },
});
