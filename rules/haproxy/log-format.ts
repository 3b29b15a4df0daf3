import { haproxy } from "../../parsers/haproxy/index.ts";
import { entry, knownAt, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { ageProblem, formatsOf } from "./placed.ts";

export const logFormat = modelRule({
  id: "haproxy/log-format",
  scope: "section",
  severity: "error",
  summary: "A format is text with aliases and expressions that haproxy knows",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets }) {
    for (const place of formatsOf(model)) {
      for (const { at, message } of place.format.faults) report(at, message);
      for (const { alias } of place.format.items) {
        if (!alias) continue;
        const def = entry(tables.logAliases, alias.name);
        if (!def) report(alias.at, `haproxy has no alias %${alias.name}: a percent sign is written %%`);
        else if (targets.haproxy && !place.statement.branch && !knownAt(def, targets.haproxy))
          report(alias.at, `%${alias.name} ${ageProblem(def, targets.haproxy)}`);
      }
    }
  },
});
