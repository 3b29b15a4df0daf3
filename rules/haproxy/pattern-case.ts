import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isText, matchesOf } from "./matches.ts";

export const patternCase = modelRule({
  id: "haproxy/pattern-case",
  scope: "section",
  severity: "error",
  summary: "A value must be of the case that it is compared with",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      const { converters, caseless, what, written, method } = match;
      const upper = what === "method" && converters.length === 0 && !/^(reg|len)/.test(method ?? "");
      const last = converters.at(-1);
      if (caseless || (!upper && !isText(match))) continue;
      for (const { value, at, quote } of match.patterns) {
        const right =
          upper || last === "upper" ? value.toUpperCase() : last === "lower" ? value.toLowerCase() : value;
        if (right === value || (upper && !/^[a-z]+$/i.test(value))) continue;
        const why = upper ? "methods are written in capitals" : `the value has gone through ${last}`;
        report(at, `${written} ${value} never matches: ${why}`, {
          ...(quote ? {} : { fix: { title: `write ${right}`, safe: false, edits: [{ at, text: right }] } }),
        });
      }
    }
  },
});
