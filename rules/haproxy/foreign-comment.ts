import { cover } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { linesHolding, wordsOf } from "./lines.ts";

export const foreignComment = modelRule({
  id: "haproxy/foreign-comment",
  scope: "section",
  severity: "error",
  summary: "A comment begins with #",
  daemon: "silent",
  format: haproxy,
  check({ statements }, report) {
    for (const statement of linesHolding({ statements }, /\/\/|;|\/\*/g)) {
      const words = wordsOf(statement);
      const at = words.findIndex(({ value, quote }, i) => i > 0 && !quote && /^(\/\/|;+|\/\*)$/.test(value));
      const [mark, last] = [words[at], words.at(-1)!];
      if (!mark || mark === last) continue;
      report(cover(mark.at, last.at), `${mark.value} begins no comment: these are words of the line`, {
        fix: { title: "write #", safe: false, edits: [{ at: mark.at, text: "#" }] },
      });
    }
  },
});
