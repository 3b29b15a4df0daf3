import { pacemakerRule } from "./rule.ts";

export const masterElement = pacemakerRule({
  id: "pacemaker/master-element",
  severity: "warning",
  summary: "A promotable resource should be a clone with promotable=true",
  daemon: "silent",
  check({ clones }, report) {
    for (const { element, id, statement } of clones)
      if (element === "master")
        report(
          statement.keyword.at,
          `${statement.keyword.value} is gone in Pacemaker 3: ${id.value} should be a clone with promotable=true`,
        );
  },
});
