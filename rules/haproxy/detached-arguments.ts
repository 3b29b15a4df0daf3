import { span } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";

export const detachedArguments = modelRule({
  id: "haproxy/detached-arguments",
  severity: "warning",
  summary: "No blank may stand between a criterion and its arguments",
  daemon: "warns",
  format: haproxy,
  check({ expressions }, report) {
    for (const place of expressions) {
      if (place.kind !== "acl" || place.acl.flags.length > 0) continue;
      const { criterionWord: word, patterns } = place.acl;
      const [first] = patterns;
      if (!word || !first || first.quote || word.value.includes("(") || !/^\(.*\)$/.test(first.value))
        continue;
      const blank = span(word.at.source, word.at.end, first.at.start);
      report(first.at, `${first.value} is a value that ${word.value} is compared with, not its argument`, {
        fix: { title: "delete the blank", safe: false, edits: [{ at: blank, text: "" }] },
      });
    }
  },
});
