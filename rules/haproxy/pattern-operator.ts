import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isRegex, matchesOf } from "./matches.ts";

export const patternOperator = modelRule({
  id: "haproxy/pattern-operator",
  scope: "section",
  severity: "error",
  summary: "The values of an acl are a list without operators",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      if (isRegex(match) || match.method === "int") continue;
      for (const [i, { value, at, quote }] of match.patterns.entries()) {
        const between = i > 0 && i < match.patterns.length - 1;
        if (!quote && between && /^(or|and|\|\||&&)$/i.test(value))
          report(at, `${value} is one more value to compare with: values are joined by OR without a word`);
      }
    }
  },
});
