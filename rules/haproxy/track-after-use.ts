import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Rule } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { counterOf, countersTested, phaseOf, rulesOf, trackedBy } from "./counters.ts";
import { proxiesOf, rulesDoing } from "./lookup.ts";
import { chainOf, running } from "./proxies.ts";

/** Whether haproxy comes to rule `a` before rule `b`. */
const isBefore = (a: Rule, b: Rule): boolean => {
  const [first, second] = [phaseOf(a), phaseOf(b)];
  if (first === undefined || second === undefined) return false;
  return first === second ? a.statement.at.start < b.statement.at.start : first < second;
};

export const trackAfterUse = modelRule({
  id: "haproxy/track-after-use",
  scope: "section",
  severity: "error",
  summary: "A counter must be tracked before a rule asks for it",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const tracking = new Set(proxiesOf(rulesDoing(model, /^track-sc/)));
    if (tracking.size === 0) return;
    for (const proxy of running(model)) {
      if (!chainOf(proxy).some((one) => tracking.has(one))) continue;
      if (proxy.kind === "backend" || proxy.defaults?.rules.length) continue;
      const rules = rulesOf(proxy);
      for (const rule of rules)
        for (const { call } of countersTested(rule, proxy)) {
          const tracks = rules.filter((one) => trackedBy(one) === counterOf(call));
          const [first] = tracks;
          if (!first || !tracks.every((track) => isBefore(rule, track)) || /_tracked$/.test(call.name))
            continue;
          const message = `this rule asks for ${call.name} before track-sc${counterOf(call)} below has set it: it is 0 here and the rule never acts`;
          report(rule.at, message, { related: [{ at: first.at, message: "tracked only here" }] });
        }
    }
  },
});
