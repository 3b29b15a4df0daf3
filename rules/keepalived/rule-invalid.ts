import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { readRule } from "./policy-rule.ts";
import { rulesOf } from "./routes.ts";

export const ruleInvalid = modelRule({
  id: "keepalived/rule-invalid",
  severity: "error",
  summary: "A policy rule must have one action and options that fit it",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const { statement } of rulesOf(model))
      for (const { word, message } of readRule(statement).faults.slice(0, 1))
        report(word.at, `${message}: the rule is not set`);
  },
});
