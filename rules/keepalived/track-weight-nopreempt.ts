import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { groupOf } from "./groups.ts";
import { isNopreempt, owner, priorityOf, stateOf } from "./instance.ts";
import { title } from "./statements.ts";
import { kindTitle, trackersOf } from "./trackers.ts";

export const trackWeightNopreempt = modelRule({
  id: "keepalived/track-weight-nopreempt",
  severity: "error",
  summary: "With nopreempt what is tracked must have weight 0",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    for (const instance of model.vrrpInstances) {
      if (!isNopreempt(instance) || stateOf(instance) === "MASTER" || priorityOf(instance) === owner)
        continue;
      const group = groupOf(model, instance);
      if (group && !group.trackingWeight) continue;
      for (const { kind, track, weight } of trackersOf(model, instance))
        if (weight)
          report(
            track.name.word.at,
            `${kindTitle[kind]} ${track.name.value} only lowers the priority (weight ${weight}), and nopreempt keeps the others from taking over`,
            {
              related: [{ at: instance.nopreempt!.statement.at, message: `in ${title(instance)}` }],
            },
          );
    }
  },
});
