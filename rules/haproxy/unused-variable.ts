import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { callsOf } from "./calls.ts";
import { isPart } from "./effective.ts";
import { hasForeignCode } from "./proxies.ts";
import { mentionedVariables, variableSets } from "./variables.ts";

export const unusedVariable = modelRule({
  id: "haproxy/unused-variable",
  severity: "info",
  summary: "A variable that nothing reads need not be set",
  byAbsence: true,
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole || hasForeignCode(model) || isPart(model)) return;
    const sets = variableSets(model);
    if (sets.length === 0) return;
    if (callsOf(model).some(({ call }) => call.name === "dump_all_vars")) return;
    if (
      model.proxies.some(({ rules }) =>
        rules.some(({ args }) => args.some(({ value }) => value === "lf-file")),
      )
    )
      return;
    const read = mentionedVariables(model);
    const said = new Set<string>();
    for (const { name, statement } of sets) {
      if (read.has(name) || said.has(name) || name.startsWith("proc.")) continue;
      said.add(name);
      report(statement.at, `the variable ${name} is set, and nothing reads it`);
    }
  },
});
