import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { listensLocally } from "./binds.ts";
import { runningWith } from "./lookup.ts";
import { isGuarded, statsLine } from "./stats.ts";

export const statsWithoutAuth = modelRule({
  id: "haproxy/stats-without-auth",
  severity: "warning",
  summary: "The statistics page should ask who opens it",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningWith(model, "stats")) {
      const line = statsLine(proxy);
      if (!line || proxy.mode !== "http" || isGuarded(proxy)) continue;
      if (proxy.kind !== "backend" && listensLocally(proxy)) continue;
      report(
        line.keyword.at,
        "the statistics page is open to whoever reaches this proxy: it shows every server and its state",
      );
    }
  },
});
