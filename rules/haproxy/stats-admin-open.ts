import type { Term } from "../../parsers/haproxy/condition.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { rulesIn } from "./lookup.ts";
import { statsOf } from "./stats.ts";

const isTrue = ({ negated, name, words }: Term): boolean =>
  name
    ? name.value === (negated ? "FALSE" : "TRUE")
    : !negated && words?.length === 1 && words[0]!.value === "always_true";

export const statsAdminOpen = modelRule({
  id: "haproxy/stats-admin-open",
  scope: "section",
  severity: "error",
  summary: "The statistics page must not let everybody stop servers",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const {
      rule: { condition, statement },
      proxy,
    } of rulesIn(model, "stats admin")) {
      const always =
        condition?.keyword.value === "if" &&
        condition.suites.some((suite) => suite.length > 0 && suite.every(isTrue));
      if (condition && !always) continue;
      if (statsOf(proxy).some(({ action }) => action === "auth" || action === "http-request")) continue;
      report(
        statement.keyword.at,
        "whoever opens the statistics page may stop servers: nothing asks who it is",
      );
    }
  },
});
