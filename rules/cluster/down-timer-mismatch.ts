import { clusterRule } from "../rule.ts";
import { reportDisagreement } from "./disagree.ts";
import { type Router, valueOr, virtualRouters } from "./vrrp.ts";

export const downTimerMismatch = clusterRule({
  id: "cluster/down-timer-mismatch",
  severity: "warning",
  summary: "The routers of one virtual router should have the same down_timer_adverts",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      reportDisagreement(report, routers, {
        keyword: "down_timer_adverts",
        setting: settingOf,
        value: (router) => valueOr(router, "down_timer_adverts", settingOf(router), 3)?.toString(),
        consequence: "the routers do not agree on when the master is dead",
      });
  },
});

const settingOf = ({ instance, document }: Router) =>
  instance.downTimerAdverts ?? document.model.globals.vrrpDownTimerAdverts;
