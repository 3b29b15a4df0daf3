import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { removeLine } from "./edits.ts";

export const invalidHttpAccepted = modelRule({
  id: "haproxy/invalid-http-accepted",
  severity: "warning",
  summary: "Malformed HTTP should not be let through",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    for (const { options } of proxies)
      for (const { name, on, statement } of options)
        if (on && /^accept-(invalid|unsafe-violations-in)-http-(request|response)$/.test(name))
          report(
            statement.keyword.at,
            `option ${name} lets malformed HTTP through: where two servers read it differently, requests can be smuggled`,
            {
              fix: { title: `delete option ${name}`, safe: false, edits: [removeLine(statement)] },
            },
          );
  },
});
