import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing, runningOf } from "./lookup.ts";
import { certain, titleOf } from "./proxies.ts";

export const undefinedBandwidthLimit = modelRule({
  id: "haproxy/undefined-bandwidth-limit",
  scope: "section",
  severity: "error",
  summary: "set-bandwidth-limit needs the filter bwlim-in or bwlim-out of its name in the same section",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningOf(rulesDoing(model, "set-bandwidth-limit"))) {
      const limits = proxy.filters.filter(({ action }) => /^bwlim-(in|out)$/.test(action));
      if (limits.some(({ statement, args }) => statement.branch || args[0]?.hole)) continue;
      for (const { action, args, statement } of proxy.rules) {
        const [name] = args;
        if (action !== "set-bandwidth-limit" || !name || name.hole) continue;
        if (limits.some(({ args: [own] }) => own?.value === name.value)) continue;
        report(name.at, `${titleOf(proxy)} has no filter bwlim-in or bwlim-out ${name.value}`, {
          daemon: limits.length > 0 ? "silent" : certain(statement, "rejects"),
        });
      }
    }
  },
});
