import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const processPriority = modelRule({
  id: "keepalived/process-priority",
  severity: "warning",
  summary: "vrrp_priority must not be mistaken for the priority of an instance",
  daemon: "silent",
  format: keepalived,
  check({ globals: { vrrpPriority } }, report) {
    if (vrrpPriority && vrrpPriority.value > 0)
      report(
        vrrpPriority.statement.at,
        `vrrp_priority ${vrrpPriority.word.value} makes the VRRP process nicer to others, late adverts included: the election takes priority of the vrrp_instance`,
      );
  },
});
