import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { changes, isFinal } from "./final.ts";
import { isAlways, isCovered, suitesOf } from "./logic.ts";
import { rulesets } from "./unreachable-rule.ts";

export const shadowedRule = modelRule({
  id: "haproxy/shadowed-rule",
  severity: "warning",
  summary: "No rule should ask for what an earlier one has already taken",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    for (const proxy of proxies)
      for (const set of rulesets(proxy.rules)) {
        let earlier: {
          readonly rule: (typeof set)[number];
          readonly suites: NonNullable<ReturnType<typeof suitesOf>>;
        }[] = [];
        for (const rule of set) {
          const suites = suitesOf(rule, proxy);
          if (rule.condition && suites && suites.length > 0) {
            const by = earlier.find(
              (one) => isCovered(suites, one.suites) && !exclusive(one.rule.statement, rule.statement),
            );
            if (by)
              report(
                rule.statement.at,
                "never applies: an earlier rule takes all that its condition matches",
                {
                  related: [{ at: by.rule.statement.at, message: "this one" }],
                },
              );
          }
          if (changes(rule)) earlier = [];
          else if (
            isFinal(rule) &&
            suites &&
            !isAlways(suites) &&
            !rule.statement.branch &&
            earlier.length < 200
          )
            earlier.push({ rule, suites });
        }
      }
  },
});
