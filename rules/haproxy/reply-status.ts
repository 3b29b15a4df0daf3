import { knownIn } from "../../parsers/core/schema.ts";
import { errorCodes } from "../../parsers/haproxy/values.ts";
import { documentRule } from "../rule.ts";
import { type Reply, repliesOf } from "./replies.ts";
import { unlessBranch } from "./servers.ts";

export const replyStatus = documentRule({
  id: "haproxy/reply-status",
  scope: "section",
  severity: "error",
  summary: "A reply made of an error page must have a status of which haproxy has one",
  daemon: "rejects",
  check(document, report, { targets: { haproxy: version } }) {
    if (document.format.id !== "haproxy") return;
    for (const reply of repliesOf(document)) {
      const { status, visit } = reply;
      if (!status || !usesPages(reply)) continue;
      const age = errorCodes.get(String(Number.parseInt(status.value, 10)));
      if (age && (!version || knownIn(age, version))) continue;
      const message = `haproxy has no error page for ${status.value}: the reply needs a content of its own, such as string or hdr`;
      report(status.at, message, unlessBranch(visit.statement));
    }
  },
});

/** Whether the page of the status is sent: deny and tarpit do so where nothing else is said. */
const usesPages = ({ content, visit }: Reply): boolean =>
  content
    ? content.name === "default-errorfiles" || content.name === "errorfiles"
    : visit.slots!.options.every(({ name }) => /^(deny_status|if|unless)$/.test(name));
