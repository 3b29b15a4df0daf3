import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { within } from "./statements.ts";

export const emailInvalid = modelRule({
  id: "keepalived/email-invalid",
  severity: "warning",
  summary: "A mail address must have an @",
  daemon: "silent",
  format: keepalived,
  check({ globals }, report) {
    for (const { keyword, block } of globals.blocks.flatMap((statement) =>
      within({ statement }, "notification_email"),
    ))
      if (block?.statements.length === 0)
        report(keyword.at, "notification_email has no address", { daemon: "warns" });
    const { notificationEmail, notificationEmailFrom } = globals;
    for (const word of [...notificationEmail, ...(notificationEmailFrom ? [notificationEmailFrom.word] : [])])
      if (!word.hole && !/^[^@]+@[^@]+$/.test(word.value))
        report(word.at, `${word.value} is no mail address`);
  },
});
