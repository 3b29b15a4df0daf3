import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { within } from "./statements.ts";

export const emailInvalid = modelRule({
  id: "keepalived/email-invalid",
  severity: "info",
  summary: "A mail address should have an @",
  daemon: "silent",
  format: keepalived,
  check({ globals }, report) {
    for (const { keyword, block } of globals.blocks.flatMap((statement) =>
      within({ statement }, "notification_email"),
    ))
      if (block?.statements.length === 0)
        report(keyword.at, "notification_email has no address", { daemon: "warns", severity: "warning" });
    const { notificationEmail, notificationEmailFrom } = globals;
    for (const word of [...notificationEmail, ...(notificationEmailFrom ? [notificationEmailFrom.word] : [])])
      if (!word.hole && !/^[^@]+@[^@]+$/.test(word.value))
        report(word.at, `${word.value} has no @: only a mail server that knows the name takes it`);
  },
});
