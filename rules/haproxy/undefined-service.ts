import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing } from "./lookup.ts";
import { certain } from "./proxies.ts";

export const undefinedService = modelRule({
  id: "haproxy/undefined-service",
  severity: "error",
  summary: "A service written in Lua needs the script that registers it",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole) return;
    if (model.global.statements.some(({ keyword }) => keyword.hole || /^lua-load/.test(keyword.value)))
      return;
    for (const {
      rule: { args, statement },
    } of rulesDoing(model, "use-service")) {
      const [name] = args;
      if (!name || name.hole || !name.value.startsWith("lua.")) continue;
      report(name.at, `no lua-load in global: nothing registers the service ${name.value}`, {
        daemon: certain(statement, "rejects"),
      });
    }
  },
});
