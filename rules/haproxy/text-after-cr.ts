import { haproxy } from "../../parsers/haproxy/index.ts";
import { documentRule } from "../rule.ts";

export const textAfterCr = documentRule({
  id: "haproxy/text-after-cr",
  severity: "warning",
  summary: "A carriage return must not stand in the middle of a line",
  daemon: "silent",
  check({ format, tree }, report) {
    if (format.id !== haproxy.id) return;
    for (const { at } of tree.comments)
      if (at.source.text[at.start] === "\r" && at.source.text.slice(at.start + 1, at.end).trim() !== "")
        report(at, "a carriage return ends the line: the text after it is not read");
  },
});
