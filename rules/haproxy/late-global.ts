import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";

export const lateGlobal = modelRule({
  id: "haproxy/late-global",
  severity: "warning",
  summary: "The global section should stand before the proxies",
  daemon: "silent",
  format: haproxy,
  check({ global, proxies }, report) {
    for (const section of global.sections) {
      const before = proxies.find(
        ({ kind, statement: { at } }) => kind !== "defaults" && at.source === section.at.source,
      );
      if (before && before.statement.at.start < section.at.start && !section.branch)
        report(
          section.keyword.at,
          "global after a proxy: its ssl-default-…, crt-base, setenv and the like come too late for what is above",
          {
            related: [{ at: before.statement.keyword.at, message: "read before it" }],
          },
        );
    }
  },
});
