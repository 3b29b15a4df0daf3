import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { matchesOf } from "./matches.ts";

export const hostSuffix = modelRule({
  id: "haproxy/host-suffix",
  scope: "section",
  severity: "warning",
  summary: "The end of a host begins with a dot",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { what, method, patterns } of matchesOf(model)) {
      if (what !== "host" || method !== "end") continue;
      for (const { value, at, quote } of patterns)
        if (/^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/i.test(value))
          report(at, `evil${value} ends with ${value} too`, {
            ...(quote
              ? {}
              : { fix: { title: `write .${value}`, safe: false, edits: [{ at, text: `.${value}` }] } }),
          });
    }
  },
});
