import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { titleOf } from "./servers.ts";

/** Schedulers that look at a weight only to see whether it is 0, with their siblings that heed it. */
const heeding: Readonly<Record<string, string>> = { rr: "wrr", lc: "wlc" };

export const ignoredWeight = modelRule({
  id: "lvs/ignored-weight",
  severity: "warning",
  summary: "Different weights should go with a scheduler that heeds them",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const service of virtualServers) {
      const { scheduler } = service;
      const better = scheduler && heeding[scheduler.value];
      const weights = membersOf(service).taken.flatMap(({ weight }) =>
        weight && weight.value > 0 ? [weight] : [],
      );
      if (!better || new Set(weights.map(({ value }) => value)).size < 2) continue;
      report(
        scheduler.word.at,
        `${scheduler.value} ignores the weights ${weights.map(({ value }) => value).join(", ")} of ${titleOf(service)}: every server gets the same share`,
        {
          related: weights.map(({ word }) => ({ at: word.at, message: "ignored" })),
          fix: {
            title: `use ${better}`,
            safe: false,
            edits: [{ at: scheduler.word.at, text: better }],
          },
        },
      );
    }
  },
});
