import { isIp } from "../../parsers/core/types.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const smtpServerName = modelRule({
  id: "keepalived/smtp-server-name",
  severity: "warning",
  summary: "smtp_server should be an address, not a name",
  daemon: "rejects",
  format: keepalived,
  check({ globals: { smtpServer } }, report) {
    if (smtpServer && !isIp(smtpServer.value) && smtpServer.value !== "localhost")
      report(
        smtpServer.word.at,
        `${smtpServer.value} is looked up while the configuration is read: without DNS at that moment no mail is sent until the next reload`,
      );
  },
});
