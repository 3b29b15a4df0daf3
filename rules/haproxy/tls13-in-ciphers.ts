import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { tlsSettings } from "./tls-settings.ts";

export const tls13InCiphers = modelRule({
  id: "haproxy/tls13-in-ciphers",
  scope: "section",
  severity: "warning",
  summary: "Suites of TLS 1.3 belong in ciphersuites",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { name, value } of tlsSettings(model)) {
      if (name !== "ciphers" || !value || value.hole) continue;
      const suites = value.value.split(":").filter((one) => one.startsWith("TLS_"));
      if (suites.length > 0)
        report(
          value.at,
          `${suites.join(", ")} of TLS 1.3 in ciphers ${suites.length > 1 ? "are" : "is"} skipped: name them in ciphersuites`,
        );
    }
  },
});
