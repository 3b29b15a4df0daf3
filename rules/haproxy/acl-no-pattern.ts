import { matchingOf } from "../../parsers/haproxy/aclChecks.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";

export const aclNoPattern = modelRule({
  id: "haproxy/acl-no-pattern",
  severity: "warning",
  summary: "An ACL must have a value to compare with",
  daemon: "warns",
  format: haproxy,
  check({ expressions }, report) {
    for (const place of expressions) {
      const word = place.kind === "acl" && place.acl.criterionWord;
      if (place.kind !== "acl" || !word) continue;
      const { flags, files, patterns, criterion } = place.acl;
      const { method, missing } = matchingOf(place.acl);
      const empty = flags.length === 0 && files.length === 0 && patterns.length === 0;
      if (!criterion?.fetch || !empty || missing || !method || method === "bool" || method === "found")
        continue;
      report(
        word.at,
        `${word.value} is compared with nothing and never matches; -m found asks whether it exists`,
      );
    }
  },
});
