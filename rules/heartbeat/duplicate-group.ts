import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { modelRule } from "../rule.ts";

export const duplicateGroup = modelRule({
  id: "heartbeat/duplicate-group",
  format: haresources,
  severity: "error",
  summary: "The first resource of a line must be its own, because it names the group",
  daemon: "silent",
  check({ groups }, report) {
    groups.forEach(({ resources: [key], node }, i) => {
      const other = groups
        .slice(0, i)
        .find(({ resources }) => key && resources[0]?.word.value === key.word.value);
      if (key && other)
        report(
          key.word.at,
          `${key.word.value} begins two groups: whoever takes the one takes ${node.value}'s as well`,
          {
            related: [{ at: other.resources[0]!.word.at, message: "the other one" }],
          },
        );
    });
  },
});
