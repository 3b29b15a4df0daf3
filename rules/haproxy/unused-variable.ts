import { haproxy } from "../../parsers/haproxy/index.ts";
import { ownName } from "../../parsers/haproxy/samples.ts";
import { modelRule } from "../rule.ts";
import { callsNamed } from "./calls.ts";
import { isPart } from "./effective.ts";
import { inProxies } from "./inProxies.ts";
import { hasForeignCode } from "./proxies.ts";
import { mentionedVariables, variableSets } from "./variables.ts";

/** Files of formats, which may read any variable. */
const formatFiles = inProxies(({ rules }) =>
  rules.flatMap(({ args }) => args.filter(({ value }) => value === "lf-file")),
);

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
    if (callsNamed(model, (name) => name === "dump_all_vars").length > 0) return;
    if (formatFiles(model).length > 0) return;
    const read = mentionedVariables(model);
    const said = new Set<string>();
    for (const { name, statement } of sets) {
      if (read.has(ownName(name)) || said.has(name) || name.startsWith("proc.")) continue;
      said.add(name);
      report(statement.at, `the variable ${name} is set, and nothing reads it`);
    }
  },
});
