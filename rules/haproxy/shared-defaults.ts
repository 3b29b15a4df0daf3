import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { titleOf } from "./proxies.ts";

const rulesets = /^(http-request|http-response|http-after-response|tcp-request \w+|tcp-response content)$/;
/** Rules of one side alone. */
const ofFrontends = /^tcp-request (connection|session)$/;
const ofBackends = /^tcp-response content$/;

/** Why this section cannot inherit the rules; undefined where it can. */
function problemOf(one: Proxy, rules: readonly Rule[], first: Proxy | undefined): string | undefined {
  const front = rules.find(({ ruleset }) => ofFrontends.test(ruleset));
  const back = rules.find(({ ruleset }) => ofBackends.test(ruleset));
  if (one.kind === "listen" || one.kind === "defaults") return `no ${one.kind} may have any`;
  if (one.kind === "backend" && front) return `${front.ruleset} among them is for frontends`;
  if (one.kind === "frontend" && back) return `${back.ruleset} among them is for backends`;
  return first && first.kind !== one.kind ? `${titleOf(first)} has them too` : undefined;
}

export const sharedDefaults = modelRule({
  id: "haproxy/shared-defaults",
  severity: "error",
  summary: "A defaults section with rules must serve frontends alone or backends alone",
  daemon: "rejects",
  format: haproxy,
  check({ proxies, defaults }, report) {
    for (const section of defaults) {
      const rules = section.rules.filter(
        ({ ruleset, statement }) => rulesets.test(ruleset) && !statement.branch,
      );
      if (rules.length === 0 || !section.name || section.statement.branch) continue;
      const takers = proxies.filter((one) => one.defaults === section && !one.statement.branch);
      const first = takers.find(({ kind }) => kind === "frontend" || kind === "backend");
      for (const one of takers) {
        const why = problemOf(one, rules, first);
        if (!why) continue;
        const at = one.from?.word.at ?? one.statement.keyword.at;
        report(at, `${titleOf(one)} inherits from defaults ${section.name.value} with its rules: ${why}`, {
          related: [{ at: rules[0]!.statement.at, message: "its rule" }],
        });
      }
    }
  },
});
