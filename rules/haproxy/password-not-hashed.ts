import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { hashOf } from "./password-hashes.ts";

export const passwordNotHashed = modelRule({
  id: "haproxy/password-not-hashed",
  scope: "section",
  severity: "error",
  summary: "password takes a hash of crypt(3), insecure-password the text itself",
  daemon: "silent",
  format: haproxy,
  check({ userlists }, report) {
    for (const { users } of userlists)
      for (const { name, password, clear } of users)
        if (password && !clear && !password.hole && !hashOf(password))
          report(
            password.at,
            `this is no hash of crypt(3): no password that ${name.value} types is ever right`,
          );
  },
});
