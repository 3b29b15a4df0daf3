import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./groups.ts";
import { title } from "./statements.ts";

export const syncGroupSharedMember = modelRule({
  id: "keepalived/sync-group-shared-member",
  severity: "error",
  summary: "An instance must be a member of one sync group only",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const [group, members] of membersOf(model))
      for (const { setting, takenBy } of members) {
        if (!takenBy) continue;
        const first = takenBy.members.find(({ value }) => value === setting.value)!;
        report(
          setting.word.at,
          takenBy === group
            ? `${setting.value} is listed twice`
            : `${setting.value} is in ${title(takenBy)} already: it is no member of ${title(group)}`,
          {
            related: [{ at: first.word.at, message: "the first time" }],
          },
        );
      }
  },
});
