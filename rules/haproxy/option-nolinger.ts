import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { removeLine } from "./edits.ts";
import { optionsNamed } from "./lookup.ts";

export const optionNolinger = modelRule({
  id: "haproxy/option-nolinger",
  scope: "section",
  severity: "warning",
  summary: "option nolinger cuts answers short",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const {
      option: { on, statement },
    } of optionsNamed(model, "nolinger"))
      if (on)
        report(
          statement.keyword.at,
          "option nolinger throws away what is not yet sent when a connection closes: clients see answers cut short",
          {
            fix: { title: "delete option nolinger", safe: false, edits: [removeLine(statement)] },
          },
        );
  },
});
