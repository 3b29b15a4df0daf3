import { matchingOf } from "../../parsers/haproxy/aclChecks.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { aclsOf } from "./placed.ts";

export const aclNoPattern = modelRule({
  id: "haproxy/acl-no-pattern",
  scope: "section",
  severity: "warning",
  summary: "An ACL must have a value to compare with",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const acl of aclsOf(model)) {
      const { flags, files, patterns, criterion, criterionWord: word } = acl;
      if (!word || !criterion?.fetch || flags.length + files.length + patterns.length > 0) continue;
      const { method, missing } = matchingOf(acl);
      if (missing || !method || method === "bool" || method === "found") continue;
      report(
        word.at,
        `${word.value} is compared with nothing and never matches; -m found asks whether it exists`,
      );
    }
  },
});
