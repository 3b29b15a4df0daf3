import { matchingOf, patternKindOf } from "../../parsers/haproxy/aclChecks.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { patternProblem } from "../../parsers/haproxy/patterns.ts";
import { modelRule } from "../rule.ts";
import { aclsOf } from "./placed.ts";

export const aclPattern = modelRule({
  id: "haproxy/acl-pattern",
  scope: "section",
  severity: "error",
  summary: "The values of an ACL must be of the kind that its method compares",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const acl of aclsOf(model)) {
      const matching = matchingOf(acl);
      if (matching.missing) continue;
      const kind = patternKindOf(acl, matching);
      const noDns = acl.flags.some(({ value }) => value === "-n");
      for (const { value, at, hole } of acl.patterns) {
        if (value === "") break;
        const problem = hole || value.includes("${") ? undefined : patternProblem(value, kind, noDns);
        if (problem) report(at, `${value} ${problem}`);
      }
    }
  },
});
