import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { has, headOf, isComplete, titleOf } from "./servers.ts";
import { endpointsOf, servedBy } from "./services.ts";

export const missingProtocol = modelRule({
  id: "lvs/missing-protocol",
  severity: "error",
  summary: "A virtual_server must name its protocol",
  daemon: [{ since: "2.0.0", verdict: "warns" }, { verdict: "silent" }],
  format: keepalived,
  check(model, report, { document }) {
    if (!document.whole) return;
    for (const served of servedBy(model)) {
      const { service } = served;
      if (!isComplete(service) || membersOf(service).taken.length === 0 || has(service, "protocol")) continue;
      if (endpointsOf(served).length > 0)
        report(
          headOf(service),
          `${titleOf(service)} has no protocol: keepalived takes UDP, and TCP clients are not served`,
        );
    }
  },
});
