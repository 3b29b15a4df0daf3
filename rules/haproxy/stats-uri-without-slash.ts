import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";

export const statsUriWithoutSlash = modelRule({
  id: "haproxy/stats-uri-without-slash",
  scope: "section",
  severity: "error",
  summary: "stats uri must begin with a slash",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { stats } of proxiesWith(model, "stats"))
      for (const { action, args } of stats) {
        const [word] = args;
        if (action !== "uri" || !word || word.hole || /^(\/|;|\*|https?:)/.test(word.value)) continue;
        report(word.at, `no request asks for ${word.value}: a path begins with a slash`, {
          fix: {
            title: `write /${word.value}`,
            safe: true,
            edits: [{ at: word.at.with({ end: word.at.start }), text: "/" }],
          },
        });
      }
  },
});
