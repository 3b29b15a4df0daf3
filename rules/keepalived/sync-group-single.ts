import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./groups.ts";
import { title, titleAt } from "./statements.ts";

export const syncGroupSingle = modelRule({
  id: "keepalived/sync-group-single",
  severity: "warning",
  summary: "A sync group must have more than one member",
  byAbsence: true,
  daemon: "rejects",
  format: keepalived,
  check(model, report, { document }) {
    if (!document.whole) return;
    for (const [group, members] of membersOf(model)) {
      if (group.members.some(({ word }) => word.hole)) continue;
      const own = members.filter(({ takenBy }) => !takenBy);
      if (own.length === 1)
        report(
          titleAt(group),
          `${title(group)} has only ${title(own[0]!.instance)} in it: a group of one keeps nothing in step`,
        );
      else if (
        group.members.length === 0 &&
        group.statement.block?.statements.some(({ keyword, block }) => keyword.value === "group" && block)
      )
        report(titleAt(group), `${title(group)} has no member: it is removed`, { severity: "error" });
    }
  },
});
