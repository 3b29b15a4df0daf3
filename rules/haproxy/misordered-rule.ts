import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain } from "./proxies.ts";

/** Rulesets in the order in which haproxy runs them (warnif_misplaced_… in src/cfgparse.c). */
const order = [
  "quic-initial",
  "tcp-request connection",
  "tcp-request session",
  "tcp-request content",
  "monitor fail",
  "http-request",
  "redirect",
  "use_backend",
  "use-server",
];

export const misorderedRule = modelRule({
  id: "haproxy/misordered-rule",
  scope: "section",
  severity: "warning",
  summary: "Rules should stand in the order in which they are run",
  daemon: "warns",
  format: haproxy,
  check({ proxies }, report) {
    for (const { rules } of proxies) {
      const seen = new Map<number, (typeof rules)[number]>();
      let latest = -1;
      for (const rule of rules) {
        const place = order.indexOf(rule.ruleset);
        if (place < 0) continue;
        latest = Math.max(latest, place);
        const before =
          latest > place &&
          [...seen].find(
            ([other, { statement }]) => other > place && !exclusive(statement, rule.statement),
          )?.[1];
        if (before)
          report(rule.statement.at, `${rule.ruleset} is run before the ${before.ruleset} above it`, {
            related: [{ at: before.statement.at, message: "run later" }],
            daemon: before.statement.branch ? "silent" : certain(rule.statement, "warns"),
          });
        if (!seen.has(place)) seen.set(place, rule);
      }
    }
  },
});
