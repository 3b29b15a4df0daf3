import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing, runningOf } from "./lookup.ts";
import { certain, titleOf } from "./proxies.ts";

export const undefinedSpoeEngine = modelRule({
  id: "haproxy/undefined-spoe-engine",
  scope: "section",
  severity: "error",
  summary: "send-spoe-group needs the filter spoe of its engine in the same section",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningOf(rulesDoing(model, "send-spoe-group"))) {
      const engines = new Set(
        proxy.filters.flatMap(({ action, args }) =>
          action === "spoe" ? [args[args.findIndex(({ value }) => value === "engine") + 1]?.value] : [],
        ),
      );
      for (const { action, args, statement } of proxy.rules) {
        const [engine] = args;
        if (action !== "send-spoe-group" || !engine || engine.hole || engines.has(engine.value)) continue;
        report(engine.at, `${titleOf(proxy)} has no filter spoe with engine ${engine.value}`, {
          daemon: certain(statement, "rejects"),
        });
      }
    }
  },
});
