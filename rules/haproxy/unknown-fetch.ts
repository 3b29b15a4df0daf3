import { haproxy } from "../../parsers/haproxy/index.ts";
import { headKnown, headOf, isLua } from "../../parsers/haproxy/samples.ts";
import { tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { ageProblem, placedSamples } from "./placed.ts";
import { suggestion } from "./suggestion.ts";

export const unknownFetch = modelRule({
  id: "haproxy/unknown-fetch",
  scope: "section",
  severity: "error",
  summary: "An expression must begin with a fetch that haproxy knows",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets }) {
    for (const { sample, inAcl, place } of placedSamples(model)) {
      const { fetch } = sample;
      if (!fetch || isLua(fetch.name)) continue;
      const head = headOf(fetch.name, inAcl);
      if (head) {
        const { criterion } = head;
        if (targets.haproxy && !place.statement.branch && !headKnown(head, targets.haproxy))
          report(fetch.at, `${fetch.name} ${ageProblem(criterion ?? head.fetch, targets.haproxy)}`);
        continue;
      }
      const reads = headOf(fetch.name, true)?.criterion?.fetch;
      if (reads) report(fetch.at, `${fetch.name} works in ACLs only: an expression reads ${reads}`);
      else {
        const names = inAcl ? { ...tables.fetches, ...tables.criteria } : tables.fetches;
        report(
          fetch.at,
          `haproxy has no fetch ${fetch.name}`,
          suggestion(fetch.at, fetch.name, Object.keys(names)),
        );
      }
    }
  },
});
