import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isText, matchesOf } from "./matches.ts";

export const hostPattern = modelRule({
  id: "haproxy/host-pattern",
  scope: "section",
  severity: "error",
  summary: "A host has neither a scheme nor a path",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      if (match.what !== "host" || !isText(match)) continue;
      for (const { value, at } of match.patterns) {
        const part = /^[a-z]+:\/\//i.test(value) ? "scheme" : value.includes("/") ? "path" : undefined;
        if (part) report(at, `${match.written} ${value} never matches: a host has no ${part}`);
      }
    }
  },
});
