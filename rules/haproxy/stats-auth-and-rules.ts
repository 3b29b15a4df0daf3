import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";
import { isRunning } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";

export const statsAuthAndRules = modelRule({
  id: "haproxy/stats-auth-and-rules",
  scope: "section",
  severity: "error",
  summary: "stats auth and stats http-request exclude each other",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { stats, mode } of proxiesWith(model, "stats").filter(isRunning)) {
      const rule = stats.find(({ action }) => action === "http-request");
      const asks = stats.find(({ action }) => action === "auth" || action === "realm");
      if (!rule || !asks || exclusive(rule.statement, asks.statement)) continue;
      report(
        rule.statement.keyword.at,
        `stats http-request beside stats ${asks.action}: haproxy takes one of the two only`,
        {
          related: [{ at: asks.statement.keyword.at, message: "the other one" }],
          ...(mode === "http" ? unlessBranch(rule.statement, asks.statement) : { daemon: "silent" as const }),
        },
      );
    }
  },
});
