import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isRegex, matchesOf } from "./matches.ts";

export const plainRegex = modelRule({
  id: "haproxy/plain-regex",
  scope: "section",
  severity: "info",
  summary: "A path that begins or ends with a text needs no regular expression",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      if (match.what !== "path" || !isRegex(match)) continue;
      for (const { value, at } of match.patterns) {
        const text = /^\^(\/[\w/-]*)(\.\*)?$/.exec(value)?.[1];
        if (text) report(at, `-m beg ${text} matches the same without a regular expression`);
      }
    }
  },
});
