import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { has, headOf, isComplete, titleOf } from "./servers.ts";
import { servedBy } from "./services.ts";

export const missingForwardingMethod = modelRule({
  id: "lvs/missing-forwarding-method",
  severity: "error",
  summary: "A virtual_server must say how packets reach its servers",
  daemon: "warns",
  format: keepalived,
  check(model, report, { document }) {
    if (!document.whole) return;
    for (const { service } of servedBy(model)) {
      if (!isComplete(service) || has(service, "lb_kind", "lvs_method")) continue;
      const { taken } = membersOf(service);
      const real = taken.some((server) => isComplete(server) && !has(server, "lvs_method"));
      const sorry = taken.length > 0 && service.sorryServer && !has(service, "sorry_server_lvs_method");
      if (real || sorry) report(headOf(service), `${titleOf(service)} has no lb_kind: keepalived takes NAT`);
    }
  },
});
