import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { removeLine } from "./edits.ts";
import { optionsNamed } from "./lookup.ts";

const lax = /^accept-(invalid|unsafe-violations-in)-http-(request|response)$/;

export const invalidHttpAccepted = modelRule({
  id: "haproxy/invalid-http-accepted",
  scope: "section",
  severity: "warning",
  summary: "Malformed HTTP should not be let through",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const {
      option: { name, on, statement },
    } of optionsNamed(model, lax))
      if (on)
        report(
          statement.keyword.at,
          `option ${name} lets malformed HTTP through: where two servers read it differently, requests can be smuggled`,
          {
            fix: { title: `delete option ${name}`, safe: false, edits: [removeLine(statement)] },
          },
        );
  },
});
