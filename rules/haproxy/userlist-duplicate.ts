import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain } from "./proxies.ts";

export const userlistDuplicate = modelRule({
  id: "haproxy/userlist-duplicate",
  scope: "section",
  severity: "warning",
  summary: "A user or group counts only where it first stands in its userlist",
  daemon: "warns",
  format: haproxy,
  check({ userlists }, report) {
    for (const { users, groups } of userlists)
      for (const all of [users, groups])
        for (const [i, { name, statement }] of all.entries()) {
          const first = all.slice(0, i).find((one) => one.name.value === name.value);
          if (!first || exclusive(first.statement, statement)) continue;
          report(
            name.word.at,
            `${statement.keyword.value} ${name.value} is defined already: this line is ignored`,
            {
              related: [{ at: first.name.word.at, message: "this one counts" }],
              daemon: certain(statement, "warns"),
            },
          );
        }
  },
});
