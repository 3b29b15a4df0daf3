import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isRegex, matchesOf } from "./matches.ts";

export const hostRegex = modelRule({
  id: "haproxy/host-regex",
  scope: "section",
  severity: "warning",
  summary: "A regular expression for hosts has its ends and its dots marked",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      if (match.what !== "host" || !isRegex(match)) continue;
      for (const { value, at } of match.patterns) {
        const dot = /(?:^|[a-z0-9-])\.(?=[a-z0-9-]+(?:\W|$))(?![*+?{])/i.exec(value);
        if (dot && !/\\\.$/.test(value.slice(0, dot.index + dot[0].length)))
          report(at, `a dot in ${value} stands for any character: \\. is a dot`);
        const start = /^(\(\?i\))?(\^|\\A|\.\*|\(\^)/.test(value);
        const end = /(\$|\\z|\.\*|\$\)|:)$/i.test(value) || /\$\)?$/.test(value);
        if (!start || !end)
          report(
            at,
            `${value} also matches a part of another host: ${start ? "$ at its end" : end ? "^ at its beginning" : "^ and $"} would hold it`,
          );
      }
    }
  },
});
