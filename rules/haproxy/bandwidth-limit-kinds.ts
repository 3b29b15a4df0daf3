import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain, running } from "./proxies.ts";

export const bandwidthLimitKinds = modelRule({
  id: "haproxy/bandwidth-limit-kinds",
  scope: "section",
  severity: "error",
  summary: "A bandwidth limit is for each stream or shared, never both",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { filters } of running(model))
      for (const { action, args, statement } of filters) {
        if (!/^bwlim-(in|out)$/.test(action) || args.some(({ hole }) => hole)) continue;
        // The word after each option is its value.
        const options = args.filter((_, i) => i % 2 === 1);
        const own = options.find(({ value }) => /^default-(limit|period)$/.test(value));
        const shared = options.find(({ value }) => /^(limit|key|table)$/.test(value));
        if (own && shared)
          report(
            own.at,
            `${own.value} limits each stream, ${shared.value} is of a limit that streams share: ${action} takes one of the two`,
            {
              related: [{ at: shared.at, message: "of a shared limit" }],
              daemon: certain(statement, "rejects"),
            },
          );
      }
  },
});
