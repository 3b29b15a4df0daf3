import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const sampleDefault = modelRule({
  id: "keepalived/sample-default",
  severity: "info",
  summary: "Values of the sample configuration should be replaced",
  daemon: "silent",
  format: keepalived,
  check({ globals }, report) {
    const { routerId, notificationEmail, notificationEmailFrom, smtpServer } = globals;
    const told = (at: Parameters<typeof report>[0], value: string): void =>
      report(at, `${value} is from the sample configuration`);
    if (routerId && /^LVS_DEVEL$/i.test(routerId.value)) told(routerId.word.at, routerId.value);
    for (const { value, at } of notificationEmail) if (value.endsWith("@firewall.loc")) told(at, value);
    if (notificationEmailFrom?.value.endsWith("@firewall.loc"))
      told(notificationEmailFrom.word.at, notificationEmailFrom.value);
    if (smtpServer?.value === "192.168.200.1") told(smtpServer.word.at, smtpServer.value);
  },
});
