import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { readRule } from "./policy-rule.ts";
import { complaints } from "./reading.ts";
import { rulesOf, unknownGroup } from "./routes.ts";

export const ruleInvalid = modelRule({
  id: "keepalived/rule-invalid",
  severity: "error",
  summary: "A policy rule must have one action and options that fit it",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const entry of rulesOf(model)) {
      const line = readRule(entry);
      for (const { word, message, silent } of complaints(line, "the rule is not set"))
        report(word.at, message, silent ? { daemon: "silent" } : {});
      const group = unknownGroup(model, line);
      if (group)
        report(group.at, `track_group ${group.value} is not defined above: the rule is not tracked by it`);
    }
  },
});
