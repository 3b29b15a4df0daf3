import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isText, matchesOf } from "./matches.ts";

export const regexAsText = modelRule({
  id: "haproxy/regex-as-text",
  scope: "section",
  severity: "warning",
  summary: "A regular expression needs a method that reads it as one",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      if (match.what === "other" || match.what === "method" || !isText(match)) continue;
      for (const { value, at } of match.patterns)
        if (/^\^|\$$|\.\*|\.\+|\\[.dw]|\(\?|\[[^\]]+\][+*]/.test(value))
          report(
            at,
            `${match.written} compares ${value} as plain text: -m reg reads it as a regular expression`,
          );
    }
  },
});
