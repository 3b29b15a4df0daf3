import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Rule } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing } from "./lookup.ts";
import { certain, titleOf } from "./proxies.ts";

/** The side that an action of both rulesets is for; undefined: it may stand on either. */
function sideOf({ ruleset, action, args }: Rule): "frontend" | "backend" | undefined {
  if (action === "set-timeout") {
    if (args[0]?.value === "client") return "frontend";
    return /^(server|tunnel)$/.test(args[0]?.value ?? "") ? "backend" : undefined;
  }
  if (action === "set-retries") return "backend";
  if (action === "switch-mode") return "frontend";
  return action === "capture" && /request/.test(ruleset) && args.some(({ value }) => value === "len")
    ? "frontend"
    : undefined;
}

export const actionSide = modelRule({
  id: "haproxy/action-side",
  scope: "section",
  severity: "error",
  summary:
    "An action for the client's side may not stand in a backend, nor one for the server's in a frontend",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { rule, proxy } of rulesDoing(model, "set-timeout", "set-retries", "switch-mode", "capture")) {
      const other = proxy.kind === "frontend" ? "backend" : proxy.kind === "backend" ? "frontend" : undefined;
      if (!other || sideOf(rule) !== other || rule.args.some(({ hole }) => hole)) continue;
      const what = rule.action === "set-timeout" ? `set-timeout ${rule.args[0]!.value}` : rule.action;
      const { at } = rule.actionWord ?? rule;
      report(at, `${what} is for a ${other} or listen, ${titleOf(proxy)} has no such side`, {
        daemon: certain(rule.statement, "rejects"),
      });
    }
  },
});
