import { isDate } from "../../parsers/pacemaker/values.ts";
import { allRules } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

export const dateSyntax = pacemakerRule({
  id: "pacemaker/date-syntax",
  severity: "error",
  summary: "The start and end of a date expression must be dates",
  daemon: "warns",
  check(model, report) {
    for (const { expressions } of allRules(model))
      for (const expression of expressions) {
        if (expression.kind !== "date") continue;
        for (const { name, value } of expression.options)
          if (/^(start|end)$/.test(name.value) && value && !value.hole && !isDate(value.value))
            report(value.at, `${name.value} ${value.value || '""'} is no date of ISO 8601`);
      }
  },
});
