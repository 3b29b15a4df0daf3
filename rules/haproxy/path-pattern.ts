import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isText, isWhole, matchesOf } from "./matches.ts";

/** What other rules speak of: operators, flags, braces, comments, a backslash at the end of a line, regular expressions. */
const other = /^(\^.*|or|and|\|\||&&|\\|-[a-zA-Z]|[{}]|\/\/|;)$/i;

export const pathPattern = modelRule({
  id: "haproxy/path-pattern",
  scope: "section",
  severity: "error",
  summary: "A path begins with a slash and ends before the question mark",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      const { written, method, what } = match;
      if ((what !== "path" && what !== "url") || !isText(match) || !isWhole(match)) continue;
      if (match.patterns.some(({ value }) => other.test(value))) continue;
      const start = what === "url" ? /^(\/|https?:|\*|%)/i : /^[/*%]/;
      for (const { value, at } of match.patterns) {
        if (value === "") continue;
        if (/^(str|beg)$/.test(method!) && !start.test(value))
          report(at, `${written} ${value} never matches: what it is compared with begins with a slash`, {
            fix: {
              title: `write /${value}`,
              safe: false,
              edits: [{ at: at.with({ end: at.start }), text: "/" }],
            },
          });
        else if (what === "path" && /\?\S/.test(value) && !/[\^$(]/.test(value))
          report(at, `${written} ${value} never matches: a path ends before the question mark`);
      }
    }
  },
});
