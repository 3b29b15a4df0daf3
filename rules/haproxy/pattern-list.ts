import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isText, matchesOf } from "./matches.ts";

export const patternList = modelRule({
  id: "haproxy/pattern-list",
  scope: "section",
  severity: "error",
  summary: "The values of an acl are words of their own, without commas",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      if (!isText(match) || match.what === "other" || match.method === "sub") continue;
      for (const [i, { value, at, quote }] of match.patterns.entries()) {
        const comma = { at: at.with({ start: at.end - 1 }), text: "" };
        if (value.endsWith(",") && value.length > 1 && i < match.patterns.length - 1)
          report(at, `${value} never matches: the comma belongs to the value`, {
            ...(quote ? {} : { fix: { title: "delete the comma", safe: false, edits: [comma] } }),
          });
        else if (/\S[ \t]+\S/.test(value))
          report(at, `"${value}" is one value with a blank in it, and no ${match.what} has one`, {
            severity: "warning",
          });
      }
    }
  },
});
