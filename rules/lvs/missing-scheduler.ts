import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { has, headOf, isComplete, titleOf } from "./servers.ts";
import { servedBy } from "./services.ts";

export const missingScheduler = modelRule({
  id: "lvs/missing-scheduler",
  severity: "warning",
  summary: "A virtual_server should say how connections are shared out",
  daemon: "warns",
  format: keepalived,
  check(model, report, { document }) {
    if (!document.whole) return;
    for (const { service } of servedBy(model))
      if (isComplete(service) && membersOf(service).taken.length > 0 && !has(service, "lb_algo", "lvs_sched"))
        report(headOf(service), `${titleOf(service)} has no lb_algo: keepalived takes wlc`);
  },
});
