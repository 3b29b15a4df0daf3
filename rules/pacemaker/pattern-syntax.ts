import { patternFault } from "../../parsers/pacemaker/pattern.ts";
import { pacemakerRule } from "./rule.ts";

export const patternSyntax = pacemakerRule({
  id: "pacemaker/pattern-syntax",
  severity: "error",
  summary: "A pattern of resource names must be a regular expression",
  daemon: "rejects",
  crm: "warns",
  check({ locations }, report) {
    for (const { id, pattern } of locations) {
      const fault = pattern && !pattern.hole ? patternFault(pattern.value) : undefined;
      if (fault) report(pattern!.at, `${fault} in ${pattern!.value}: Pacemaker ignores ${id.value}`);
    }
  },
});
