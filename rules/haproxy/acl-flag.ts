import { isMethod } from "../../parsers/haproxy/aclChecks.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { entry, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { aclsOf } from "./placed.ts";
import { suggestion } from "./suggestion.ts";

export const aclFlag = modelRule({
  id: "haproxy/acl-flag",
  scope: "section",
  severity: "error",
  summary: "The flags of an ACL must be known, and -m must name a method",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const acl of aclsOf(model)) {
      const { flags, method } = acl;
      for (const { value, at, hole } of flags)
        if (!hole && !entry(tables.aclFlags, value))
          report(at, `an ACL has no flag ${value}: a value that begins with - stands behind --`, {
            fix: {
              title: "write -- before it",
              safe: false,
              edits: [{ at: at.with({ end: at.start }), text: "-- " }],
            },
          });
      const bare = flags.find(({ value }) => value === "-m");
      if (method && !method.hole && !isMethod(method.value))
        report(
          method.at,
          `there is no match method ${method.value}`,
          suggestion(method.at, method.value, Object.keys(tables.matchMethods)),
        );
      else if (bare && !method) report(bare.at, "-m names no match method");
    }
  },
});
