import { haproxy } from "../../parsers/haproxy/index.ts";
import { converterOf, headOf, isLua } from "../../parsers/haproxy/samples.ts";
import { knownAt, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { ageProblem, placedSamples } from "./placed.ts";
import { suggestion } from "./suggestion.ts";

export const unknownConverter = modelRule({
  id: "haproxy/unknown-converter",
  scope: "section",
  severity: "error",
  summary: "What follows a comma in an expression must be a converter that haproxy knows",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets }) {
    for (const { sample, place } of placedSamples(model))
      for (const { name, at } of sample.converters) {
        if (isLua(name)) continue;
        const def = converterOf(name);
        if (!def) {
          const hint = headOf(name, true) ? ": it is a fetch, which can only stand first" : "";
          report(
            at,
            `haproxy has no converter ${name}${hint}`,
            suggestion(at, name, Object.keys(tables.converters)),
          );
        } else if (targets.haproxy && !place.statement.branch && !knownAt(def, targets.haproxy))
          report(at, `${name} ${ageProblem(def, targets.haproxy)}`);
      }
  },
});
