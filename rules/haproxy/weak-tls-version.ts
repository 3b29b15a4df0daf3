import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { unlessBranch } from "./servers.ts";
import { tlsSettings } from "./tls-settings.ts";

const weak = /^(SSLv3|TLSv1\.[01])$/i;

export const weakTlsVersion = modelRule({
  id: "haproxy/weak-tls-version",
  scope: "section",
  severity: "warning",
  summary: "TLS before 1.2 is broken and should not be spoken",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { name, word, value, statement, used } of tlsSettings(model)) {
      if (/^ssl-(min|max)-ver$/.test(name) && value && weak.test(value.value)) {
        const what = name === "ssl-min-ver" ? "is the least version spoken" : "is the newest version spoken";
        report(value.at, `${value.value} ${what}: RFC 8996 retired what is older than TLSv1.2`, {
          fix: { title: "write TLSv1.2", safe: false, edits: [{ at: value.at, text: "TLSv1.2" }] },
        });
      }
      if (name === "force-sslv3" && used)
        report(word.at, "force-sslv3 leaves no version that OpenSSL still speaks", {
          severity: "error",
          daemon: "rejects",
          ...unlessBranch(statement),
        });
      else if (/^force-(sslv3|tlsv10|tlsv11)$/.test(name))
        report(word.at, `${name} speaks nothing newer: RFC 8996 retired what is older than TLSv1.2`);
    }
  },
});
