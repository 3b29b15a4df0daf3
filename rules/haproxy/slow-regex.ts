import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isRegex, matchesOf } from "./matches.ts";

/** A repeated group whose inside may be repeated without bound: `(a+)+`, `(.*)*`, `(\w+\s?)*`. */
const nested = /\((?:\?:)?(?:[^()\\]|\\.)*(?:[+*]|\{\d+,\})\??(?:\[[^\]]*\]|\\?.)?\??\)(?:[+*]|\{\d+,\})/;

export const slowRegex = modelRule({
  id: "haproxy/slow-regex",
  scope: "section",
  severity: "warning",
  summary: "A repetition inside a repetition makes a regular expression slow",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      if (!isRegex(match)) continue;
      for (const { value, at } of match.patterns) {
        const part = nested.exec(value)?.[0];
        if (part)
          report(
            at,
            `${part} can be matched in ever so many ways: a client can keep haproxy busy with one request`,
          );
      }
    }
  },
});
