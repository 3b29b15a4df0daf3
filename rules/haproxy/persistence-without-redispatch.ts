import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { cookieOf } from "./cookies.ts";
import { addLine } from "./edits.ts";
import { optionOf } from "./effective.ts";
import { runningWith } from "./lookup.ts";
import { serves, titleOf } from "./proxies.ts";
import { serversOf } from "./servers.ts";

export const persistenceWithoutRedispatch = modelRule({
  id: "haproxy/persistence-without-redispatch",
  severity: "warning",
  summary: "Clients that are kept on one server need redispatch for when it fails",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningWith(model, "cookie", "stick")) {
      if (!serves(proxy) || optionOf(proxy, "redispatch")) continue;
      if (serversOf(proxy).length < 2 && proxy.templates.length === 0) continue;
      const cookie = proxy.mode === "http" ? cookieOf(proxy) : undefined;
      const stick = proxy.rules.find(({ ruleset }) => /^stick (on|match)$/.test(ruleset));
      const statement = cookie?.statement ?? stick?.statement;
      if (!statement) continue;
      const message = `${titleOf(proxy)} keeps clients on their server without option redispatch: one whose server refuses is answered 503 until a check notices`;
      report(statement.keyword.at, message, {
        fix: {
          title: "add option redispatch",
          safe: false,
          edits: [addLine(proxy.statement, "option redispatch")],
        },
      });
    }
  },
});
