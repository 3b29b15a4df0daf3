import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";

export const insecurePassword = modelRule({
  id: "haproxy/insecure-password",
  scope: "section",
  severity: "warning",
  summary: "Passwords should be stored as hashes",
  daemon: "silent",
  format: haproxy,
  check({ userlists }, report) {
    for (const { users } of userlists)
      for (const { name, clear, statement } of users) {
        const word = statement.args.find(({ value }) => value === "insecure-password");
        if (clear && word)
          report(word.at, `the password of ${name.value} stands here for every reader of this file`);
      }
  },
});
