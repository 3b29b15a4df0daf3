import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { hasPreference, readRule } from "./policy-rule.ts";
import { rulesOf } from "./routes.ts";

export const ruleWithoutPreference = modelRule({
  id: "keepalived/rule-without-preference",
  severity: "warning",
  summary: "A policy rule should have a preference",
  daemon: "warns",
  format: keepalived,
  check(model, report) {
    for (const entry of rulesOf(model)) {
      const line = readRule(entry);
      if (line.faults.length > 0 || line.words.some(({ hole }) => hole) || hasPreference(line)) continue;
      report(
        entry.statement.at,
        "a rule without preference gets one counted down from 16384: its order among the others follows from the file",
      );
    }
  },
});
