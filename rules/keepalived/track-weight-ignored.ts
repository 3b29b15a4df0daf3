import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { groupOf, membersOf } from "./groups.ts";
import { owner, priorityOf } from "./instance.ts";
import { title } from "./statements.ts";
import { kindTitle, type Tracker, trackersOf } from "./trackers.ts";

export const trackWeightIgnored = modelRule({
  id: "keepalived/track-weight-ignored",
  severity: "error",
  summary: "Weights must not be used with priority 255 or in a sync group",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    const at = ({ track }: Tracker) => (track.weight ? track.weight.word.at : track.name.word.at);
    const subject = ({ kind, track, weight }: Tracker): string =>
      `${kindTitle[kind]} ${track.name.value} with weight ${weight}`;
    for (const instance of model.vrrpInstances) {
      const group = groupOf(model, instance);
      const synced = group && !group.trackingWeight;
      const owned = priorityOf(instance) === owner;
      if (!synced && !owned) continue;
      for (const tracker of trackersOf(model, instance)) {
        if (!tracker.weight || tracker.kind === "process") continue;
        const why = synced
          ? `${title(instance)} is in sync group ${title(group)}`
          : "priority 255 cannot change";
        const kept = tracker.kind === "interface" ? synced : tracker.kind === "file" && tracker.weight === 1;
        report(
          at(tracker),
          `${subject(tracker)} is ${kept ? "tracked without its weight" : "not tracked"}: ${why}`,
          {
            ...(synced
              ? {
                  related: [
                    {
                      at: group.statement.keyword.at,
                      message: "sync_group_tracking_weight would keep weights",
                    },
                  ],
                }
              : {}),
          },
        );
      }
    }
    for (const [group, members] of membersOf(model)) {
      const first = members.find((member) => !member.takenBy && priorityOf(member.instance) === owner);
      if (!first) continue;
      for (const tracker of trackersOf(model, group))
        if (tracker.weight)
          report(
            at(tracker),
            `${subject(tracker)} is tracked without its weight: ${title(first.instance)} in this group has priority 255`,
          );
    }
  },
});
