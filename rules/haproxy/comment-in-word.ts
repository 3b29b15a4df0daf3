import { haproxy } from "../../parsers/haproxy/index.ts";
import { documentRule } from "../rule.ts";

export const commentInWord = documentRule({
  id: "haproxy/comment-in-word",
  severity: "warning",
  summary: "A # inside a word begins a comment unless it is quoted",
  daemon: "silent",
  check({ format, tree }, report) {
    if (format.id !== haproxy.id) return;
    const { source, comments } = tree;
    for (const { at } of comments) {
      const before = source.text[at.start - 1] ?? "\n";
      const after = source.text[at.start + 1] ?? "\n";
      if (source.text[at.start] !== "#" || /[\s\ufeff]/.test(before) || /[\s#]/.test(after)) continue;
      const hash = at.with({ end: at.start + 1 });
      report(at, "# begins a comment in the middle of a word: this text is not read", {
        fix: { title: "write \\#", safe: false, edits: [{ at: hash, text: "\\#" }] },
      });
    }
  },
});
