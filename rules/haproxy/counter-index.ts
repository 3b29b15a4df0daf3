import { integer, settingOf } from "../../parsers/core/settings.ts";
import type { Span } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { changedBy, counterReads, trackedBy } from "./counters.ts";
import { globalLine } from "./effective.ts";
import { rulesDoing } from "./lookup.ts";
import { isSince } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";

/** Sticky counters of a session, unless tune.stick-counters says otherwise (2.8 and later). */
const usual = 3;

export const counterIndex = modelRule({
  id: "haproxy/counter-index",
  scope: "section",
  severity: "error",
  summary: "A session has three sticky counters, unless tune.stick-counters gives it more",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets, document }) {
    const line = globalLine(model, "tune.stick-counters");
    const told = isSince(targets, "2.8") && line ? (settingOf(line, 0, integer)?.value ?? Infinity) : usual;
    const count = document.root && document.whole ? told : Math.max(told, 12);
    const last = `the last of the ${count} counters is ${count - 1}`;
    const say = (at: Span, counter: number, what: string, daemon?: { readonly daemon?: "silent" }): void => {
      if (counter >= count) report(at, `${what}: ${last}`, daemon ?? {});
    };
    for (const { rule } of rulesDoing(model, /^(track-sc|sc-)/)) {
      const at = rule.actionWord?.at ?? rule.at;
      const quiet = unlessBranch(rule.statement) as { readonly daemon?: "silent" };
      const tracked = trackedBy(rule);
      if (tracked !== undefined) say(at, tracked, `track-sc${tracked}`, quiet);
      const changed = changedBy(rule);
      if (changed !== undefined) say(at, changed, `${rule.action} of counter ${changed}`, quiet);
    }
    for (const { placed, counter } of counterReads(model))
      if (placed.call.name.startsWith("sc_"))
        say(placed.call.whole, counter, `${placed.call.name} of counter ${counter} finds nothing`, {
          daemon: "silent",
        });
  },
});
