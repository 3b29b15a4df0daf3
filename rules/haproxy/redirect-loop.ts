import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isRunning, listens, titleOf } from "./proxies.ts";
import { redirectsOf } from "./redirects.ts";
import { fetchOf, hasOption, testsOf } from "./tests.ts";
import { tlsOf } from "./tls-fetch.ts";

export const redirectLoop = modelRule({
  id: "haproxy/redirect-loop",
  scope: "section",
  severity: "error",
  summary: "A redirect to https must leave alone the requests that came by https",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { rule, proxy, kind, target } of redirectsOf(model)) {
      if (kind !== "scheme" || target.value !== "https" || !isRunning(proxy) || !listens(proxy)) continue;
      const tls = tlsOf(proxy);
      const behind = proxy.binds.find((bind) => hasOption(bind, "accept-proxy") && !hasOption(bind, "ssl"));
      const { condition, statement } = rule;
      if (!condition && (tls === "all" || tls === "some") && !statement.branch)
        report(
          statement.at,
          `${titleOf(proxy)} has a bind with ssl, and its requests are sent to https again, for ever`,
          {
            fix: {
              title: "add unless { ssl_fc }",
              safe: false,
              edits: [{ at: statement.at.with({ start: statement.at.end }), text: " unless { ssl_fc }" }],
            },
          },
        );
      const tests = condition ? testsOf(rule, proxy) : [];
      if (tls === "none" && behind && tests.length > 0 && tests.every((acl) => fetchOf(acl) === "ssl_fc"))
        report(
          condition!.at,
          "ssl_fc knows only haproxy's own TLS: behind a proxy that ends TLS every request is redirected again",
          {
            severity: "warning",
            related: [{ at: behind.statement.at, message: "takes connections from that proxy" }],
          },
        );
    }
  },
});
