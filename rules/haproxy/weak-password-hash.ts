import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { hashOf } from "./password-hashes.ts";

const names: Readonly<Record<string, string>> = { md5: "MD5", des: "DES" };

export const weakPasswordHash = modelRule({
  id: "haproxy/weak-password-hash",
  scope: "section",
  severity: "warning",
  summary: "Hashes of MD5 and DES are guessed in minutes",
  daemon: "silent",
  format: haproxy,
  check({ userlists }, report) {
    for (const { users } of userlists)
      for (const { name, password, clear } of users) {
        const kind = password && !clear && !password.hole ? names[hashOf(password) ?? ""] : undefined;
        if (password && kind)
          report(
            password.at,
            `the password of ${name.value} is hashed by ${kind}, which is guessed in minutes: SHA-512 begins with $6$`,
          );
      }
  },
});
