import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { lacks } from "./statements.ts";

export const smtpAlertNoMail = modelRule({
  id: "keepalived/smtp-alert-no-mail",
  severity: "warning",
  summary: "smtp_alert must come with notification_email and smtp_server",
  daemon: "silent",
  format: keepalived,
  check(model, report, { document }) {
    if (!document.root || !document.whole) return;
    const { globals, vrrpInstances, syncGroups, virtualServers } = model;
    const alert = [
      globals.smtpAlert,
      globals.smtpAlertVrrp,
      globals.smtpAlertChecker,
      ...[...vrrpInstances, ...syncGroups, ...virtualServers].map(({ smtpAlert }) => smtpAlert),
      ...virtualServers.flatMap(({ realServers }) => realServers.map(({ smtpAlert }) => smtpAlert)),
    ].find((one) => one?.value);
    if (!alert) return;
    const absent = (keyword: string): boolean =>
      globals.blocks.every((statement) => lacks({ statement }, keyword));
    const missing = ["notification_email", "smtp_server"].filter(absent);
    if (missing.length > 0)
      report(
        alert.statement.keyword.at,
        `${alert.statement.keyword.value} sends nothing: global_defs has no ${missing.join(" and no ")}`,
      );
  },
});
