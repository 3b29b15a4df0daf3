import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import type { Section } from "../../parsers/drbd/options.ts";
import { modelRule } from "../rule.ts";
import { handlerOf, settled } from "./levels.ts";

/** Policies that do nothing but call a handler: section, option, value, handler. */
const policies: readonly (readonly [Section, string, string, string])[] = [
  ["disk", "on-io-error", "call-local-io-error", "local-io-error"],
  ["net", "rr-conflict", "call-pri-lost", "pri-lost"],
  ["net", "after-sb-1pri", "call-pri-lost-after-sb", "pri-lost-after-sb"],
  ["net", "after-sb-2pri", "call-pri-lost-after-sb", "pri-lost-after-sb"],
];

export const policyNoHandler = modelRule({
  id: "drbd/policy-no-handler",
  severity: "error",
  summary: "A policy that calls a handler needs that handler",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of resources)
      for (const [section, option, value, handler] of policies) {
        const policy = effective(resource, section, option);
        if (policy?.value !== value || handlerOf(resource, handler) || !settled(resource, document)) continue;
        report(policy.word.at, `${option} ${value} calls the ${handler} handler, and there is none`);
      }
  },
});
