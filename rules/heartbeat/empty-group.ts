import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { modelRule } from "../rule.ts";

export const emptyGroup = modelRule({
  id: "heartbeat/empty-group",
  format: haresources,
  severity: "warning",
  summary: "A line of haresources must have a resource behind its node",
  daemon: "silent",
  check({ groups }, report) {
    for (const { node, statement } of groups)
      if (statement.args.length === 0)
        report(
          node.word.at,
          `${node.value} has no resource behind it: a continued line needs a backslash at its end`,
        );
  },
});
