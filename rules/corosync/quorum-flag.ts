import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { modelRule } from "../rule.ts";

export const quorumFlag = modelRule({
  id: "corosync/quorum-flag",
  severity: "warning",
  summary: "A switch of quorum should be 0 or 1",
  format: corosync,
  daemon: "silent",
  check({ quorum }, report) {
    for (const key of flags) {
      const set = numberOf(quorum, key);
      if (set && set.value > 1 && set.value <= 255)
        report(set.word.at, `${key} ${set.value} counts as 1`, {
          fix: { title: "write 1", safe: true, edits: [{ at: set.word.at, text: "1" }] },
        });
    }
  },
});

const flags = [
  "two_node",
  "wait_for_all",
  "last_man_standing",
  "auto_tie_breaker",
  "allow_downscale",
  "expected_votes_tracking",
];
