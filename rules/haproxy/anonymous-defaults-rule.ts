import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain, isSince } from "./proxies.ts";

const rules = /^(acl|http-request|http-response|http-after-response|tcp-request|tcp-response)\b/;

export const anonymousDefaultsRule = modelRule({
  id: "haproxy/anonymous-defaults-rule",
  severity: "error",
  summary: "Rules and acl lines may stand only in a defaults section with a name",
  daemon: "rejects",
  format: haproxy,
  check({ defaults }, report, { targets }) {
    for (const { name, statements, statement: header } of defaults) {
      if (name || header.args.some(({ hole }) => hole)) continue;
      for (const statement of statements)
        if (rules.test(statement.keyword.value) && !statement.prefix)
          report(
            statement.at,
            `${statement.keyword.value} needs a defaults section with a name${isSince(targets, "2.5") ? "" : ", and haproxy 2.5"}`,
            {
              related: [{ at: header.keyword.at, message: "has none" }],
              daemon: header.branch ? "silent" : certain(statement, "rejects"),
            },
          );
    }
  },
});
