import { documentRule } from "../rule.ts";
import { type Reply, repliesOf } from "./replies.ts";
import { unlessBranch } from "./servers.ts";

export const replyHeaders = documentRule({
  id: "haproxy/reply-headers",
  scope: "section",
  severity: "warning",
  summary: "A reply has headers of its own only with a content of its own",
  daemon: "warns",
  check(document, report) {
    if (document.format.id !== "haproxy") return;
    for (const reply of repliesOf(document)) {
      const { contentType, header, visit, content } = reply;
      const why = content ? `${content.name} brings its own` : "the reply has no content";
      for (const word of [contentType, content && header])
        if (word && !hasOwn(reply))
          report(word.at, `${word.value} is ignored: ${why}`, unlessBranch(visit.statement));
    }
  },
});

const hasOwn = ({ content }: Reply): boolean =>
  content !== undefined && /string|^(lf-)?file$/.test(content.name);
