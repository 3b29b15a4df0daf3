import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Group, Member, User } from "../../parsers/haproxy/model.ts";
import { modelRule } from "../rule.ts";
import { certain } from "./proxies.ts";

export const userlistMember = modelRule({
  id: "haproxy/userlist-member",
  scope: "section",
  severity: "error",
  summary: "The users and groups that a userlist names must be defined in it",
  daemon: "rejects",
  format: haproxy,
  check({ userlists }, report) {
    for (const { users, groups, name } of userlists) {
      const list = `userlist ${name?.value ?? ""}`;
      const missing = (
        what: string,
        names: readonly Member[],
        all: readonly (User | Group)[],
        line: User | Group,
      ): void => {
        for (const { value: one } of names)
          if (one !== "" && !/[$"]/.test(one) && !all.some((other) => other.name.value === one))
            report(line.statement.at, `${list} has no ${what} ${one}`, {
              daemon: certain(line.statement, "rejects"),
            });
      };
      for (const user of users) missing("group", user.groups, groups, user);
      for (const group of groups) missing("user", group.users, users, group);
    }
  },
});
