import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { constantOf, suitesOf } from "./logic.ts";

export const constantCondition = modelRule({
  id: "haproxy/constant-condition",
  scope: "section",
  severity: "info",
  summary: "A condition should be able to hold and to fail",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    for (const proxy of proxies)
      for (const rule of proxy.rules) {
        const { condition, ruleset } = rule;
        if (!condition || ruleset === "stats admin") continue;
        const value = constantOf(condition, suitesOf(rule, proxy));
        if (value === undefined) continue;
        const effect = value ? "the rule always applies" : "the rule never applies";
        report(
          condition.at,
          `${effect}: its condition cannot ${value ? "fail" : "hold"}`,
          value ? {} : { severity: "warning" },
        );
      }
  },
});
