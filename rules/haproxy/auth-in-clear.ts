import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isClear } from "./binds.ts";
import { listens, running } from "./proxies.ts";
import { fetchOf, testsOf } from "./tests.ts";

export const authInClear = modelRule({
  id: "haproxy/auth-in-clear",
  scope: "section",
  severity: "warning",
  summary: "Passwords must not be asked for over clear text",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      const bind = proxy.binds.find(isClear);
      if (
        !listens(proxy) ||
        !bind ||
        proxy.mode !== "http" ||
        bind.options.some(({ name }) => name === "accept-proxy")
      )
        continue;
      const overTls = (rule: (typeof proxy.rules)[number]): boolean =>
        testsOf(rule, proxy).some((acl) => /^(ssl_fc|dst_port|req\.hdr|hdr|src)$/.test(fetchOf(acl) ?? ""));
      const redirects = proxy.rules.some(
        (rule) =>
          (rule.action === "redirect" || rule.ruleset === "redirect") &&
          rule.args.some(({ value }) => value === "scheme"),
      );
      if (redirects) continue;
      const asks = [
        ...proxy.rules
          .filter((rule) => rule.action === "auth" && !overTls(rule))
          .map(({ at, ruleset }) => ({ at, what: `${ruleset} auth` })),
        ...proxy.stats
          .filter(({ action }) => action === "auth")
          .map(({ statement }) => ({ at: statement.keyword.at, what: "stats auth" })),
      ];
      const [first] = asks;
      if (first)
        report(
          first.at,
          `${first.what} behind bind ${bind.word?.value}, which has no ssl: passwords cross the net in clear text`,
          {
            related: [{ at: bind.word?.at ?? bind.statement.at, message: "clear text" }],
          },
        );
    }
  },
});
