import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isText, matchesOf } from "./matches.ts";

export const globPattern = modelRule({
  id: "haproxy/glob-pattern",
  scope: "section",
  severity: "error",
  summary: "A star in a value is a star",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const match of matchesOf(model)) {
      if (match.what === "other" || match.what === "method" || !isText(match)) continue;
      for (const { value, at } of match.patterns) {
        if (!value.includes("*") || value === "*" || /\.\*|[\^$()]/.test(value)) continue;
        const bare = value.replaceAll("*", "");
        const way =
          match.what === "host" && value.startsWith("*.")
            ? `: hosts that end so are matched with -m end ${bare}`
            : value.endsWith("*")
              ? `: what begins so is matched with -m beg ${bare}`
              : "";
        report(at, `the star in ${value} stands for itself${way}`);
      }
    }
  },
});
