import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { effectiveLines } from "./effective.ts";
import { runningWith } from "./lookup.ts";
import { titleOf } from "./proxies.ts";

const needed = ["mailers", "from", "to"];

export const emailAlertIncomplete = modelRule({
  id: "haproxy/email-alert-incomplete",
  severity: "warning",
  summary: "Email alerts need their mailers, sender and recipient",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningWith(model, "email-alert")) {
      const [line] = effectiveLines(proxy, "email-alert");
      const missing = needed.filter((name) => effectiveLines(proxy, `email-alert ${name}`).length === 0);
      if (!line || missing.length === 0) continue;
      const names = missing.map((name) => `email-alert ${name}`).join(" and ");
      report(line.keyword.at, `${titleOf(proxy)} has no ${names}: no alert is ever sent`);
    }
  },
});
