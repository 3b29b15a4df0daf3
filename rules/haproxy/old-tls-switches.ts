import type { Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { type TlsSetting, tlsSettings } from "./tls-settings.ts";

export const oldTlsSwitches = modelRule({
  id: "haproxy/old-tls-switches",
  scope: "section",
  severity: "info",
  summary: "One ssl-min-ver says more than a list of forbidden versions",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const byLine = new Map<Statement, TlsSetting[]>();
    for (const setting of tlsSettings(model))
      if (/^no-(sslv3|tlsv1[0-3])$/.test(setting.name))
        byLine.set(setting.statement, [...(byLine.get(setting.statement) ?? []), setting]);
    for (const settings of byLine.values()) {
      const names = settings.map(({ name }) => name);
      const first = settings[0]!;
      const version = names.includes("no-tlsv12")
        ? "TLSv1.3"
        : names.includes("no-tlsv11")
          ? "TLSv1.2"
          : "TLSv1.1";
      if (!names.includes("no-tlsv13"))
        report(
          first.word.at,
          `${names.join(" ")}: ssl-min-ver ${version} says it in one setting that also knows what comes later`,
        );
    }
  },
});
