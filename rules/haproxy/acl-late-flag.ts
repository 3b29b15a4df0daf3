import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { aclsOf } from "./placed.ts";

const flagWords = new Set(["-i", "-m", "-f", "-n", "-M", "-u"]);

export const aclLateFlag = modelRule({
  id: "haproxy/acl-late-flag",
  scope: "section",
  severity: "warning",
  summary: "Flags of an ACL must stand before its first value",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const acl of aclsOf(model)) {
      const { patterns, flags } = acl;
      if (flags.some(({ value }) => value === "--") || patterns[0]?.value.startsWith("(")) continue;
      for (const { value, at } of patterns)
        if (flagWords.has(value))
          report(at, `${value} behind a value is one more value to compare with, no flag`);
    }
  },
});
