import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isText, matchesOf } from "./matches.ts";

export const patternBlank = modelRule({
  id: "haproxy/pattern-blank",
  severity: "warning",
  summary: "Each value of an acl is a word of its own",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      if (!isText(match) || match.what === "other" || match.method === "sub") continue;
      for (const { value, at } of match.patterns)
        if (/\S[ \t]+\S/.test(value))
          report(at, `"${value}" is one value with a blank in it, and no ${match.what} has one`);
    }
  },
});
