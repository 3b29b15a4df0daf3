import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { masked } from "../schema/words.ts";

/** From the samples and tutorials that everybody copies. */
const samples: ReadonlySet<string> = new Set([
  "1111",
  "11111111",
  "1234",
  "12345",
  "123456",
  "1234567",
  "12345678",
  "0000",
  "admin",
  "changeme",
  "example",
  "k@l!ve1",
  "keepaliv",
  "keepalived",
  "mypass",
  "pass",
  "passw0rd",
  "passwd",
  "password",
  "secret",
  "test",
  "vrrp",
]);

/** Bytes that keepalived puts into the packet. */
const counted = 8;

export const authWeak = modelRule({
  id: "keepalived/auth-weak",
  severity: "info",
  summary: "auth_pass should not be the password of a sample",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { authentication } of vrrpInstances) {
      const pass = authentication?.pass;
      if (pass && samples.has(pass.value.slice(0, counted).toLowerCase()))
        report(
          pass.word.at,
          `auth_pass ${masked(pass.value)} is a sample's password; any is sent in clear text`,
        );
    }
  },
});
