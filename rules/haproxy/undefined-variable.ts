import { haproxy } from "../../parsers/haproxy/index.ts";
import { ownName } from "../../parsers/haproxy/samples.ts";
import { modelRule } from "../rule.ts";
import { isPart } from "./effective.ts";
import { hasForeignCode } from "./proxies.ts";
import { suggestion } from "./suggestion.ts";
import { convertedVariables, variableReads, variableSets } from "./variables.ts";

export const undefinedVariable = modelRule({
  id: "haproxy/undefined-variable",
  severity: "warning",
  summary: "A variable that is read should be set by some rule",
  byAbsence: true,
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole || hasForeignCode(model) || isPart(model)) return;
    const reads = variableReads(model);
    if (reads.length === 0) return;
    const set = new Set([
      ...variableSets(model).map(({ name }) => ownName(name)),
      ...convertedVariables(model).map(ownName),
    ]);
    for (const { name, at, hasDefault } of reads)
      if (!set.has(ownName(name)) && !hasDefault)
        report(at, `no rule sets the variable ${name}: it is always empty here`, suggestion(at, name, set));
  },
});
