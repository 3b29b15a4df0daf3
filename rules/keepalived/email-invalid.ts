import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const emailInvalid = modelRule({
  id: "keepalived/email-invalid",
  severity: "warning",
  summary: "A mail address must have an @",
  daemon: "silent",
  format: keepalived,
  check({ globals: { notificationEmail, notificationEmailFrom } }, report) {
    for (const word of [...notificationEmail, ...(notificationEmailFrom ? [notificationEmailFrom.word] : [])])
      if (!word.hole && !/^[^@]+@[^@]+$/.test(word.value))
        report(word.at, `${word.value} is no mail address`);
  },
});
