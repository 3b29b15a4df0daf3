import { matchingOf, methodFits } from "../../parsers/haproxy/aclChecks.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { typeTitle } from "../../parsers/haproxy/samples.ts";
import { modelRule } from "../rule.ts";
import { aclsOf } from "./placed.ts";

export const aclMethod = modelRule({
  id: "haproxy/acl-method",
  scope: "section",
  severity: "error",
  summary: "An ACL must match by a method that can take what its criterion gives",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const acl of aclsOf(model)) {
      const criterion = acl.criterion?.fetch;
      if (!criterion) continue;
      const { method, type, missing } = matchingOf(acl);
      const gives = type ? typeTitle[type] : "";
      if (missing)
        report(criterion.at, `${criterion.name} gives ${gives} here: -m must say how it is matched`);
      else if (acl.method && method && !methodFits(method, type))
        report(acl.method.at, `-m ${method} cannot match what ${criterion.name} gives here: ${gives}`);
    }
  },
});
