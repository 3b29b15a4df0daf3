import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { aclsOf } from "./placed.ts";

export const detachedArguments = modelRule({
  id: "haproxy/detached-arguments",
  scope: "section",
  severity: "warning",
  summary: "No blank may stand between a criterion and its arguments",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const { criterionWord: word, patterns, flags } of aclsOf(model)) {
      const [first] = patterns;
      if (!first?.value.startsWith("(") || !/^\(.*\)$/.test(first.value)) continue;
      if (!word || flags.length > 0 || first.quote || word.value.includes("(")) continue;
      const blank = word.at.with({ start: word.at.end, end: first.at.start });
      report(first.at, `${first.value} is a value that ${word.value} is compared with, not its argument`, {
        fix: { title: "delete the blank", safe: false, edits: [{ at: blank, text: "" }] },
      });
    }
  },
});
