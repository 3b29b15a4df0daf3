import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isText, matchesOf } from "./matches.ts";

export const hostCase = modelRule({
  id: "haproxy/host-case",
  scope: "section",
  severity: "info",
  summary: "A host is compared without regard to case",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      const { acl, what, caseless, converters, patterns, written } = match;
      if (
        what !== "host" ||
        !isText(match) ||
        caseless ||
        converters.some((name) => /^(lower|upper|map)/.test(name))
      )
        continue;
      const [first] = patterns;
      const word = acl.criterionWord;
      if (!first || !word || !/[a-z]/i.test(first.value)) continue;
      const capital = patterns.find(({ value }) => /[A-Z]/.test(value));
      const at = capital?.at ?? word.at;
      report(
        at,
        capital
          ? `${written} ${capital.value} misses the hosts that clients write in small letters`
          : `without -i a host written with capitals does not match`,
        {
          severity: capital ? "warning" : "info",
          fix: {
            title: "add -i",
            safe: false,
            edits: [{ at: word.at.with({ start: word.at.end }), text: " -i" }],
          },
        },
      );
    }
  },
});
