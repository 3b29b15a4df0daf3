import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { phaseOf, trackedBy } from "./counters.ts";
import { rulesDoing, runningOf } from "./lookup.ts";

export const counterTrackedTwice = modelRule({
  id: "haproxy/counter-tracked-twice",
  scope: "section",
  severity: "warning",
  summary: "A counter keeps the first thing that it tracks",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningOf(rulesDoing(model, /^track-sc/))) {
      const tracks = proxy.rules
        .filter((rule) => trackedBy(rule) !== undefined && phaseOf(rule) !== undefined)
        .sort((a, b) => phaseOf(a)! - phaseOf(b)! || a.statement.at.start - b.statement.at.start);
      tracks.forEach((rule, i) => {
        const counter = trackedBy(rule);
        const first = tracks
          .slice(0, i)
          .find(
            (one) =>
              trackedBy(one) === counter && !one.condition && !exclusive(one.statement, rule.statement),
          );
        if (!first) return;
        report(
          rule.at,
          `${rule.action} is dropped: counter ${counter} tracks something already and keeps it`,
          {
            related: [{ at: first.at, message: "tracked first" }],
          },
        );
      });
    }
  },
});
